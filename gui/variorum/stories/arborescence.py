"""Find the cheapest tree that reaches every node from a root.

Edmonds, "Optimum branchings" (1967), with cycles contracted one at a time. Knows numbers and
costs only.
"""

from collections.abc import Mapping, Sequence

Costs = Sequence[Sequence[float]]
"""`costs[parent][child]`; infinite where there is no edge."""

_Edge = tuple[int, int, int]
"""Parent and child as they are now, and the number of the edge in the list of all."""


def cheapest_tree(costs: Costs, root: int = 0) -> list[int]:
    """Return the parent of each node; the root's is itself. Of equal trees the first is taken."""
    count = len(costs)
    edges = [
        (parent, child)
        for parent in range(count)
        for child in range(count)
        if parent != child != root and costs[parent][child] != float("inf")
    ]
    weights = [costs[parent][child] for parent, child in edges]
    chosen = _solve(
        count, root, [(p, c, n) for n, (p, c) in enumerate(edges)], dict(enumerate(weights))
    )
    parents = [root] * count
    for number in chosen:
        parent, child = edges[number]
        parents[child] = parent
    return parents


def _solve(count: int, root: int, edges: Sequence[_Edge], weights: Mapping[int, float]) -> set[int]:
    """Return the numbers of the edges of the cheapest tree over nodes that may be contracted."""
    best: dict[int, _Edge] = {}
    for edge in edges:
        child = edge[1]
        if child != root and (child not in best or weights[edge[2]] < weights[best[child][2]]):
            best[child] = edge
    cycle = _cycle(best, root)
    if not cycle:
        return {edge[2] for edge in best.values()}
    merged = count
    inner: dict[int, _Edge] = {}
    changed = dict(weights)
    rest: list[_Edge] = []
    for parent, child, number in edges:
        inside = child in cycle
        if inside and parent in cycle:
            continue
        if inside:
            changed[number] = weights[number] - weights[best[child][2]]
            inner[number] = (parent, child, number)
        rest.append((merged if parent in cycle else parent, merged if inside else child, number))
    chosen = _solve(count + 1, root, rest, changed)
    entered = next((inner[number][1] for number in chosen if number in inner), None)
    return chosen | {best[node][2] for node in cycle if node != entered}


def _cycle(best: Mapping[int, _Edge], root: int) -> frozenset[int]:
    """Return the nodes of a cycle among the cheapest edges, if there is one."""
    safe = {root}
    for start in best:
        path: list[int] = []
        node = start
        while node not in safe and node in best and node not in path:
            path.append(node)
            node = best[node][0]
        if node in path:
            return frozenset(path[path.index(node) :])
        safe.update(path)
    return frozenset()
