package io.deco.analysis;

import java.util.ArrayList;
import java.util.List;

import io.deco.analysis.effects.LockedCode;
import io.deco.analysis.flow.Lines;
import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.forks.ElementMethods;
import io.deco.analysis.forks.Sinks;
import io.deco.analysis.streams.ElementCodes;
import io.deco.analysis.streams.Pipelines;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Sorts the functions that a method makes: the bodies of lambdas are woven as methods of
 * their own, each run with a scope of its own; concurrent calls whose result whoever runs
 * the function needs at once are made in their turn, with a remark.
 */
final class Lambdas {

	private static final String AT_ONCE = "whoever runs the lambda needs its result at once";

	private static final String LOCKED = "a lock is held where the lambda is made";

	private final MethodFlow flow;

	private final Pipelines pipelines;

	private final LockedCode locked;

	private final ElementCodes codes;

	private final Remarks remarks;

	private final List<MethodNode> bodies = new ArrayList<>();

	Lambdas(MethodFlow flow, Pipelines pipelines, LockedCode locked, ElementCodes codes, Remarks remarks) {
		this.flow = flow;
		this.pipelines = pipelines;
		this.locked = locked;
		this.codes = codes;
		this.remarks = remarks;
		for (int i = 0; i < flow.size(); i++) {
			if (flow.isReachable(i) && flow.instruction(i) instanceof InvokeDynamicInsnNode dynamic
					&& ElementMethods.isFunction(dynamic) && !pipelines.isAhead(dynamic)) {
				sort(i, dynamic);
			}
		}
	}

	private void sort(int position, InvokeDynamicInsnNode dynamic) {
		Handle handle = ElementMethods.implementation(dynamic);
		String reason = this.pipelines.sequential().get(dynamic);
		MethodNode body = this.codes.lambda(handle);
		if (body == null) {
			if (this.codes.isConcurrent(handle.getOwner(), handle.getName(), handle.getDesc())) {
				this.remarks.addSequential(Lines.of(dynamic), handle.getOwner(), handle.getName(),
						(reason != null) ? reason : AT_ONCE);
			}
		}
		else if (Sinks.holdsMonitor(this.flow.method()) || this.locked.contains(position)) {
			addSequential(body, LOCKED);
		}
		else if (this.codes.isDirect(body)) {
			addSequential(body, (reason != null) ? reason : AT_ONCE);
		}
		else {
			this.bodies.add(body);
			if (reason != null) {
				addStage(dynamic, reason);
			}
		}
	}

	/**
	 * The calls of one element overlap, but not those of several.
	 */
	private void addStage(InvokeDynamicInsnNode dynamic, String reason) {
		AbstractInsnNode next = dynamic.getNext();
		while (next != null && next.getOpcode() < 0) {
			next = next.getNext();
		}
		if (next instanceof MethodInsnNode stage) {
			this.remarks.addSequential(Lines.of(stage), stage.owner, stage.name, reason);
		}
	}

	private void addSequential(MethodNode body, String reason) {
		for (AbstractInsnNode insn : body.instructions) {
			if (insn instanceof MethodInsnNode call && this.codes.isConcurrent(call.owner, call.name, call.desc)) {
				this.remarks.addSequential(Lines.of(call), call.owner, call.name, reason);
			}
		}
	}

	/**
	 * The bodies that are to be woven.
	 */
	List<MethodNode> bodies() {
		return this.bodies;
	}

}
