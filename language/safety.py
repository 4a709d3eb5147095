"""Does this text tell of an accident or a danger now? Then the office must hear of it whatever the hour."""

from language.late import late

_DANGER = late(
    r"坍塌|塌方|垮塌|倒塌|塌陷|坠落|高坠|触电|透水|突水|溜坡|滑坡|伤亡|死亡|遇难|被困|受伤|重伤|轻伤|失联"
    r"|爆炸|起火|着火|火灾|燃气泄漏|管道泄漏|挖断燃气|(?:监测|位移|沉降|倾斜)[^，。；\n]{0,6}(?:报警|预警|超限|超标)"
    r"|停工撤人|撤离人员|人员撤离|紧急撤离|险情"
)
# What stands before or behind makes it a rule, a drill, or the news that nothing has happened.
_HARMLESS_BEFORE = late(
    r"(?:防|防止|预防|防范|避免|杜绝|严防|谨防|如遇|一旦|若|万一|零|无|没有|未发生|未出现|不发生|消除|排除|治理|处置过|整治)[^，。；\n]{0,6}$"
)
_HARMLESS_AFTER = late(
    r"^[^，。；\n]{0,8}(?:演练|演习|培训|预案|防治|治理|隐患点治理|排查|保险|教育|专项|应急演|已排除|已消除|已解除|警示片|案例)"
)


def tells_of_danger(text: str) -> bool:
    """Whether somebody reports an accident, an alarm or people in danger; rules, drills and 无伤亡 do not count."""
    said = text[:4000]
    for found in _DANGER.finditer(said):
        before = said[max(0, found.start() - 12) : found.start()]
        after = said[found.end() : found.end() + 16]
        if not _HARMLESS_BEFORE.search(before) and not _HARMLESS_AFTER.match(after):
            return True
    return False
