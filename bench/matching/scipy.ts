/** What python3 runs: the time of linear_sum_assignment alone, on a matrix that is ready. */
export const SCIPY = `
import json, sys, time
import numpy as np
from scipy.optimize import linear_sum_assignment
path, rows, columns, never, runs = sys.argv[1], *map(int, sys.argv[2:6])
cost = np.fromfile(path, dtype=np.float64).reshape(rows, columns)
took = []
for _ in range(runs):
    cpu, wall = time.process_time(), time.perf_counter()
    row, column = linear_sum_assignment(cost)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    chosen = cost[row, column]
    chosen = chosen[chosen < never]
    took.append({"cpu": cpu * 1000, "wall": wall * 1000, "optimum": f"{len(chosen)} pairs, {int(-chosen.sum())}"})
print(json.dumps(took))
`

/** The same from a matrix of 16-bit worths, -1 for never; says the peak of memory too. */
export const SCIPY_DENSE = `
import json, resource, sys, time
import numpy as np
from scipy.optimize import linear_sum_assignment
path, rows, columns = sys.argv[1], *map(int, sys.argv[2:4])
worth = np.fromfile(path, dtype=np.int16).reshape(rows, columns)
cost = np.where(worth < 0, 10_000_000, -worth.astype(np.int32)).astype(np.float64)
del worth
cpu, wall = time.process_time(), time.perf_counter()
row, column = linear_sum_assignment(cost)
cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
chosen = cost[row, column]
chosen = chosen[chosen < 10_000_000]
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({"cpu": cpu * 1000, "wall": wall * 1000, "peak": peak, "optimum": f"{len(chosen)} pairs, {int(-chosen.sum())}"}))
`

/** The sparse matcher, on rows, columns and values that are ready. */
export const SCIPY_SPARSE = `
import json, resource, sys, time
import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching
folder, rows = sys.argv[1], int(sys.argv[2])
start, column, value = (np.fromfile(f"{folder}/{name}", dtype=np.int32) for name in ("start", "column", "value"))
graph = csr_matrix((value.astype(np.float64), column, start), shape=(rows, rows))
cpu, wall = time.process_time(), time.perf_counter()
row, column = min_weight_full_bipartite_matching(graph, maximize=True)
cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({"cpu": cpu * 1000, "wall": wall * 1000, "peak": peak, "optimum": f"{len(row)} pairs, {int(graph[row, column].sum())}"}))
`
