from ecdcalc.numbers.by_class import by_class


def test_each_class_is_asked_once():
    asked = []

    @by_class
    def name_of(cls):
        asked.append(cls)
        return cls.__name__

    assert [name_of(int), name_of(str), name_of(int)] == ["int", "str", "int"]
    assert asked == [int, str]
