package io.deco.analysis.forks;

import java.util.List;
import java.util.stream.Stream;

import io.deco.analysis.classpath.Types;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Something to be done right before an instruction, with its operands on the stack.
 */
public sealed interface Step {

	/**
	 * Awaits everything that is pending.
	 */
	record AwaitAll() implements Step {
	}

	/**
	 * Sees to it that a loop does not run for ever after a call that failed.
	 */
	record Poll() implements Step {
	}

	/**
	 * Awaits the tasks of the sites in a range.
	 *
	 * @param from the first site
	 * @param to the site after the last one
	 */
	record AwaitSites(int from, int to) implements Step {
	}

	/**
	 * Makes operands ready for the instruction.
	 *
	 * @param operands all its operands, the deepest first
	 */
	record Prepare(List<Operand> operands) implements Step {

		/**
		 * The operands from the deepest one on which something is to be done.
		 * @return the operands that have to be taken off the stack
		 */
		public List<Operand> touched() {
			int first = 0;
			while (first < this.operands.size() && !this.operands.get(first).isTouched()) {
				first++;
			}
			return this.operands.subList(first, this.operands.size());
		}

	}

	/**
	 * An operand and what is done to it.
	 *
	 * @param type its type
	 * @param carried whether it arrives as an object that may be pending
	 * @param awaited whether it is awaited and becomes a value of its type
	 * @param checks what is looked after then, in this order
	 */
	record Operand(Type type, boolean carried, boolean awaited, List<Check> checks) {

		boolean isTouched() {
			return this.awaited || !this.checks.isEmpty();
		}

		/**
		 * What is done with it that only a reviewed class allows.
		 * @return the use, {@code null} if it may be of any class
		 */
		public @Nullable Use use() {
			return this.checks.stream()
				.filter(Check.Reviewed.class::isInstance)
				.map((check) -> ((Check.Reviewed) check).use())
				.findFirst()
				.orElse(null);
		}

	}

	/**
	 * What is done with an object of the JDK, each use including those before it.
	 */
	enum Use {

		/** An iterator is made. */
		ITERATE(0),

		/** What it holds is read. */
		READ(1),

		/** Something is looked up that it is given. */
		LOOK_UP(2);

		private final int number;

		Use(int number) {
			this.number = number;
		}

		/**
		 * The number by which the runtime knows the use.
		 * @return the number
		 */
		public int number() {
			return this.number;
		}

		/**
		 * How a call uses what it is called on.
		 */
		public static Use of(MethodInsnNode call) {
			if (Stream.of(Type.getArgumentTypes(call.desc)).anyMatch((type) -> !Types.isPrimitive(type))) {
				return LOOK_UP;
			}
			return call.name.equals("iterator") ? ITERATE : READ;
		}

	}

	/**
	 * What is looked after before an object is read.
	 */
	sealed interface Check {

		/**
		 * Awaits everything unless the object's class is a reviewed one.
		 *
		 * @param use what is done with the object
		 */
		record Reviewed(Use use) implements Check {
		}

		/**
		 * Notes whether the object may return an iterator that others hold.
		 *
		 * @param number the number of the place
		 */
		record Iterating(int number) implements Check {
		}

		/**
		 * Awaits everything if the object, an iterator, may be one that others hold.
		 *
		 * @param places a bit for each place that it may come from
		 */
		record Own(int places) implements Check {
		}

		/**
		 * Awaits the pending calls that may modify the object.
		 */
		record Unmodified() implements Check {
		}

		/**
		 * Applies the pending stores to the object.
		 */
		record Stored() implements Check {
		}

		/**
		 * Does both for the collection that the object is a view of.
		 *
		 * @param number the number under which the collection was noted
		 * @param iterated whether the object is an iterator or its entry
		 */
		record Viewed(int number, boolean iterated) implements Check {
		}

		/**
		 * Notes the object, of which a view is about to be made.
		 *
		 * @param number the number under which it is noted
		 */
		record Viewing(int number) implements Check {
		}

	}

}
