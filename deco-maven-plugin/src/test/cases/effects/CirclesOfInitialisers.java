package cases.effects;

import java.util.function.Supplier;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/**
 * Classes that read one another while they are initialised hold something else, or fail, if
 * another of them comes first: an earlier call that fails decides which.
 */
@Inputs(2)
public class CirclesOfInitialisers extends Case {

	private final Service service = service(new Service());

	@Override
	public Object run() {
		String constants = outcome(this::constants) + Unit.METRE.name + (Units.BASE == null) + (Unit.DEFAULT == null);
		String enums = outcome(this::enums) + outcome(() -> Group.COUNT) + outcome(Kind.A::name);
		String subclasses = outcome(this::subclasses) + (Shape.EMPTY.edges() == null);
		return constants + enums + subclasses;
	}

	private static String outcome(Supplier<Object> supplier) {
		try {
			return String.valueOf(supplier.get());
		}
		catch (Failure | LinkageError ex) {
			return ex.getClass().getSimpleName();
		}
	}

	@Synchronized
	int constants() {
		int first = this.service.call(1); // forks
		Unit base = Units.BASE; // waits all
		return first + ((base == null) ? 0 : 1);
	}

	@Synchronized
	int enums() {
		int first = this.service.call(2); // forks
		Kind kind = Kind.A; // waits all
		return first + kind.ordinal();
	}

	@Synchronized
	int subclasses() {
		int first = this.service.call(3); // forks
		Shape empty = new Polygon(); // waits all
		return first + ((empty.edges() == null) ? 0 : 1);
	}

	static class Units {

		static final Unit BASE = Unit.METRE;

	}

	static class Unit {

		static final Unit DEFAULT = Units.BASE;

		static final Unit METRE = new Unit("m");

		final String name;

		Unit(String name) {
			this.name = name;
		}

	}

	enum Kind {

		A(Group.ONE), B(Group.TWO);

		final Group group;

		Kind(Group group) {
			this.group = group;
		}

	}

	enum Group {

		ONE, TWO;

		private static final Kind[] KINDS = Kind.values();

		static final Integer COUNT = 3;

	}

	static class Shape {

		static final Shape EMPTY = new Polygon();

		Object edges() {
			return "none";
		}

	}

	static class Polygon extends Shape {

		static final Integer MANY = 7;

		private final Object edges = MANY;

		@Override
		Object edges() {
			return this.edges;
		}

	}

	class Service {

		@Concurrent
		int call(int number) {
			if (input == 1) {
				throw new Failure("call " + number);
			}
			return number;
		}

	}

}
