package cases.lent;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A bean is a lambda, which modifies a part of its argument, or only looks at it. */
public class PartModifiedByLambdaBean extends Case {

	Job job = service((Job) (holder) -> holder.cell()[0]++);

	Change change = service((Change) (holder) -> holder.cell()[0]++);

	Look look = service((Look) (holder) -> {
		together(2);
		if (holder.cell().length != 1) {
			throw new IllegalStateException();
		}
	});

	@Override
	@Synchronized
	public Object run() {
		int[] cell = { 1 };
		Holder holder = new Holder(cell);
		job.run(holder);
		int a = cell[0];
		int old = change.run(holder);
		int b = cell[0];
		look.run(new Holder(cell));
		int c = cell[0];
		look.run(new Holder(cell));
		return List.of(a, b, c, old);
	}

	record Holder(int[] cell) {
	}

	interface Job {

		@Concurrent
		void run(Holder holder);

	}

	interface Change {

		@Concurrent
		int run(Holder holder);

	}

	interface Look {

		@Concurrent
		void run(Holder holder);

	}

}
