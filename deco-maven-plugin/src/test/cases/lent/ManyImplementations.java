package cases.lent;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A call modifies a part of its argument, in one of more implementations than are followed, of its own type or of one of the JDK. */
public class ManyImplementations extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		int[] cell = { 1 };
		service.run(new Add1(cell));
		int a = cell[0];
		service.close(new Add2(cell));
		int b = cell[0];
		return List.of(a, b);
	}

	abstract static class Operation implements AutoCloseable {

		final int[] cell;

		Operation(int[] cell) {
			this.cell = cell;
		}

		@Override
		public abstract void close();

	}

	static class Add1 extends Operation {

		Add1(int[] cell) {
			super(cell);
		}

		@Override
		public void close() {
			cell[0] += 1;
		}

	}

	static class Add2 extends Operation {

		Add2(int[] cell) {
			super(cell);
		}

		@Override
		public void close() {
			cell[0] += 2;
		}

	}

	static class Add3 extends Operation {

		Add3(int[] cell) {
			super(cell);
		}

		@Override
		public void close() {
			cell[0] += 3;
		}

	}

	static class Add4 extends Operation {

		Add4(int[] cell) {
			super(cell);
		}

		@Override
		public void close() {
			cell[0] += 4;
		}

	}

	static class Add5 extends Operation {

		Add5(int[] cell) {
			super(cell);
		}

		@Override
		public void close() {
			cell[0] += 5;
		}

	}

	static class Add6 extends Operation {

		Add6(int[] cell) {
			super(cell);
		}

		@Override
		public void close() {
			cell[0] += 6;
		}

	}

	static class Add7 extends Operation {

		Add7(int[] cell) {
			super(cell);
		}

		@Override
		public void close() {
			cell[0] += 7;
		}

	}

	static class Add8 extends Operation {

		Add8(int[] cell) {
			super(cell);
		}

		@Override
		public void close() {
			cell[0] += 8;
		}

	}

	static class Add9 extends Operation {

		Add9(int[] cell) {
			super(cell);
		}

		@Override
		public void close() {
			cell[0] += 9;
		}

	}

	static class Service {

		@Concurrent
		void run(Operation operation) {
			operation.close();
		}

		@Concurrent
		void close(AutoCloseable closeable) {
			try {
				closeable.close();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
