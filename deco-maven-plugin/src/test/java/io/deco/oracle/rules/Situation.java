package io.deco.oracle.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * What is pending when the instruction of a rule is reached.
 *
 * @param kind what it is
 * @param operand for an operand, which one
 */
record Situation(Kind kind, int operand) {

	/**
	 * All situations in which a program is tried.
	 */
	static List<Situation> of(RuleProgram program) {
		List<Situation> situations = new ArrayList<>();
		for (int i = 0; i < program.operands().size(); i++) {
			situations.add(new Situation(Kind.OPERAND, i));
		}
		situations.add(new Situation(Kind.CALL, 0));
		situations.add(new Situation(Kind.MODIFIER, 0));
		situations.add(new Situation(Kind.STORE, 0));
		return situations;
	}

	/**
	 * The name of the method.
	 */
	String method() {
		return switch (this.kind) {
			case OPERAND -> "pending" + this.operand;
			case CALL -> "afterCall";
			case MODIFIER -> "afterModifier";
			case STORE -> "afterStore";
		};
	}

	/**
	 * What may be pending.
	 */
	enum Kind {

		/** One of the instruction's operands. */
		OPERAND,

		/** A call that has nothing to do with the instruction. */
		CALL,

		/** A call that modifies an object, which may be an operand. */
		MODIFIER,

		/** A store to a list, which may be an operand. */
		STORE

	}

}
