"""What axe finds on a page, and what a keyboard alone comes to."""

from pathlib import Path
from typing import Any

from playwright.async_api import Page

_AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_OF_COLOURS = ("color-contrast", "link-in-text-block")
_OF_OTHERS = [".monaco-editor", ".graphiql-tabs"]
"""What GraphiQL brings along as it is: tabs with buttons in them, and an editor whose colours are its theme's."""
_RUN = "([only, exclude]) => axe.run({exclude}, {runOnly: only, resultTypes: ['violations']})"

# All of the page, or of the dialog that is open on it, which keeps the focus.
_COUNT = """() => {
    const root = [...document.querySelectorAll('[role=dialog]')].filter(one => one.checkVisibility()).at(-1) ?? document
    window.camTabbable = [...root.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
        .filter(one => one.tabIndex >= 0 && !one.disabled && !one.closest('[inert], [aria-hidden=true]'))
        .filter(one => one.checkVisibility({visibilityProperty: true}) && one.getClientRects().length > 0)
    window.camReached = new Set()
    return window.camTabbable.length
}"""
_LOOK = """() => {
    const look = one => {
        const near = [...one.parentElement.children, ...one.parentElement.parentElement.children]
        for (let up = one.parentElement, steps = 0; up && steps < 5; up = up.parentElement, steps += 1) near.push(up)
        return near.map(each => {
            each.getAnimations().forEach(animation => animation.finish())
            const {outline, boxShadow, borderColor, backgroundColor} = getComputedStyle(each)
            return [outline, boxShadow, borderColor, backgroundColor].join()
        }).join('|')
    }
    const before = window.camFocused
    const now = document.activeElement
    const unseen = before && before.isConnected && before !== now && window.camLook === look(before)
    const told = unseen ? before.outerHTML.slice(0, 300) : null
    window.camFocused = now === document.body ? null : now
    window.camLook = window.camFocused && look(now)
    window.camReached.add(now)
    return {unseen: told, again: window.camTabbable.every(one => window.camReached.has(one))}
}"""
_MISSED = """() => {
    const names = new Set([...window.camReached].filter(one => one.type === 'radio').map(one => one.name))
    return window.camTabbable
        .filter(one => one.isConnected && !window.camReached.has(one) && !(one.type === 'radio' && names.has(one.name)))
        .map(one => one.outerHTML.slice(0, 300))
}"""


async def violations(page: Page, *, colours_alone: bool = False) -> list[str]:
    """What axe finds fault with, in a line each: all its rules, or those about colours."""
    if not await page.evaluate("typeof axe === 'object'"):
        await page.evaluate(_AXE.read_text())
    only: dict[str, Any] = {"type": "tag", "values": _TAGS}
    if colours_alone:
        only = {"type": "rule", "values": _OF_COLOURS}
    found = await page.evaluate(_RUN, [only, _OF_OTHERS])
    return [
        f"{violation['id']}: {node['target']} {node['html'][:200]} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


async def faults_by_keyboard(page: Page) -> list[str]:
    """What the tab key does not come to, and where nobody sees that it did."""
    number = await page.evaluate(_COUNT)
    faults: list[str] = []
    for _ in range(number + 20):
        await page.keyboard.press("Tab")
        looked = await page.evaluate(_LOOK)
        if looked["unseen"]:
            faults.append(f"its focus is not seen: {looked['unseen']}")
        if looked["again"]:
            break
    return faults + [f"it is not come to: {html}" for html in await page.evaluate(_MISSED)]
