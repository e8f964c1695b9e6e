def say(key, lang, **v):
    return f"{key} {v}"
