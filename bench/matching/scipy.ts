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
