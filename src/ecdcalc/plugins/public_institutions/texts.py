"""What this sector says, in English and in Chinese, by key."""

TEXTS = {
    "public-sewage-apart": ("its sewage is counted in the sewage works", "生活污水计入城镇污水处理厂"),
    "public-boiler-apart": (
        "enter a coal boiler house as a process of buildings or equipment",
        "燃煤锅炉房请作为建筑或通用设备工序填报",
    ),
    "public-vehicles-apart": (
        "tail-pipe emissions are counted by class and stage in transport",
        "尾气排放按车型和排放阶段计入交通行业",
    ),
}
