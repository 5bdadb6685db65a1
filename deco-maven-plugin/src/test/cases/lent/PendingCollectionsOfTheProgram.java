package cases.lent;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A pending argument, declared as a class of the program, turns out to be a view of what is stored in. */
public class PendingCollectionsOfTheProgram extends Case {

	Service service = service(new Service());

	@Override
	public Object run() {
		return List.of(ofArray(new int[] { 1 }), ofList(new ArrayList<>(List.of(1, 2))), asRow(new int[] { 1 }));
	}

	@Synchronized
	int ofArray(int[] array) {
		Window window = service.window(array); // forks
		array[0] = service.call(7); // forks
		return service.first(window); // forks; waits: first
	}

	@Synchronized
	int ofList(List<Integer> list) {
		Slice slice = service.slice(list); // forks
		list.set(1, service.call(8)); // forks
		return service.first(slice); // forks; waits: first
	}

	@Synchronized
	int asRow(int[] array) {
		Row row = service.row(array); // forks
		array[0] = service.call(9); // forks
		return service.width(row); // forks; waits: width
	}

	interface Row {

		int width();

	}

	static class Window extends AbstractList<Integer> implements Row {

		private final int[] array;

		Window(int[] array) {
			this.array = array;
		}

		@Override
		public Integer get(int index) {
			return this.array[index];
		}

		@Override
		public int size() {
			return this.array.length;
		}

		@Override
		public int width() {
			return this.array[0];
		}

	}

	static class Slice extends AbstractList<Integer> {

		private final List<Integer> base;

		Slice(List<Integer> base) {
			this.base = base;
		}

		@Override
		public Integer get(int index) {
			return this.base.get(1 + index);
		}

		@Override
		public int size() {
			return this.base.size() - 1;
		}

	}

	static class Service {

		@Concurrent
		Window window(int[] array) {
			return new Window(array);
		}

		@Concurrent
		Slice slice(List<Integer> list) {
			return new Slice(list);
		}

		@Concurrent
		Row row(int[] array) {
			return new Window(array);
		}

		@Concurrent
		int call(int i) {
			return i;
		}

		@Concurrent
		int first(List<Integer> list) {
			return list.get(0);
		}

		@Concurrent
		int width(Row row) {
			return row.width();
		}

	}

}
