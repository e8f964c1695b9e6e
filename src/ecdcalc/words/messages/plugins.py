"""What can be wrong with the data that a plugin brings."""

MESSAGES: dict[str, tuple[str, str]] = {
    "plugin-data-none": (
        "the package {package} has no folder data/",
        "软件包 {package} 没有 data/ 目录",
    ),
    "plugin-data-unknown": ("nobody reads this file; did you mean {near}?", "没有程序读取此文件；是否指 {near}？"),
    "plugin-data-file": ("a file cannot be read: {reason}", "文件无法读取：{reason}"),
    "plugin-data-cells": ("the row has another number of cells than the header", "该行的单元格数与表头不符"),
    "plugin-data-name": (
        "{found!r} does not carry the name of the plugin: it begins with {name!r}",
        "{found!r} 没有带插件名：应以 {name!r} 开头",
    ),
    "plugin-data-taken": (
        "{found!r} is there already, ours or another plugin's",
        "{found!r} 已经存在（本包或其他插件所有）",
    ),
    "plugin-data-document": (
        "the document {found!r} is not described; did you mean {near}?",
        "文件 {found!r} 没有说明；是否指 {near}？",
    ),
    "plugin-text-taken": (
        "the texts {keys} are there already, with other words: begin the keys with the name of the sector",
        "文本 {keys} 已经存在且内容不同：键名请以行业名开头",
    ),
    "plugin-limit-unused": (
        "no process is held against {found!r}: name it in a grading or a default, or let its note begin with "
        "{begin!r} and say why",
        "没有工序使用限值 {found!r}：请在等级或缺省值中引用，或在备注中以 {begin!r} 开头说明原因",
    ),
    "plugin-grade-c": (
        "{found!r} is of grade C: say here what it rests on",
        "{found!r} 的可信度为C：请在此说明依据",
    ),
    "plugin-no-plan": (
        "this is no plan, and only plans may lie here: a plan has an id and [[target]], found: {found}",
        "此文件不是方案，而此文件夹只放方案：方案应有 id 和 [[target]]，实际有：{found}",
    ),
    "plugin-data-plan": (
        "the plan calls itself {found!r}, its file {name!r}",
        "方案自称 {found!r}，而文件名为 {name!r}",
    ),
}
