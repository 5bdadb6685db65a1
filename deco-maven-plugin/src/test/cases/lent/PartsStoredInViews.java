package cases.lent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Calls store parts in views of what they make, find them in what these show, and modify them. */
public class PartsStoredInViews extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int[] cell = { 1 };
		Holder holder = new Holder(cell);
		service.inEntry(holder); // forks
		int a = cell[0];
		service.inWrapper(holder); // forks
		int b = cell[0];
		service.inArray(holder); // forks
		int c = cell[0];
		service.inPart(holder); // forks
		int d = cell[0];
		service.byIterator(holder); // forks
		int e = cell[0];
		return List.of(a, b, c, d, e);
	}

	record Holder(int[] cell) {
	}

	static class Service {

		@Concurrent
		void inEntry(Holder holder) {
			Map<String, int[]> best = new HashMap<>();
			best.put("a", null);
			for (Map.Entry<String, int[]> entry : best.entrySet()) {
				entry.setValue(holder.cell);
			}
			best.get("a")[0]++;
		}

		@Concurrent
		void inWrapper(Holder holder) {
			List<int[]> found = new ArrayList<>();
			List<int[]> shared = Collections.synchronizedList(found);
			shared.add(holder.cell);
			for (int[] each : found) {
				each[0]++;
			}
		}

		@Concurrent
		void inArray(Holder holder) {
			int[][] rows = new int[1][];
			Arrays.asList(rows).set(0, holder.cell);
			rows[0][0]++;
		}

		@Concurrent
		void inPart(Holder holder) {
			List<int[]> rows = new ArrayList<>();
			rows.subList(0, 0).add(holder.cell);
			rows.get(0)[0]++;
		}

		@Concurrent
		void byIterator(Holder holder) {
			List<int[]> rows = new ArrayList<>();
			ListIterator<int[]> all = rows.listIterator();
			all.add(holder.cell);
			rows.get(0)[0]++;
		}

	}

}
