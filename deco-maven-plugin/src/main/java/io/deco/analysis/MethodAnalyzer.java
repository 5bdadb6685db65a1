package io.deco.analysis;

import java.util.BitSet;
import java.util.List;
import java.util.Set;

import io.deco.analysis.classpath.Annotations;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.effects.Effects;
import io.deco.analysis.effects.InstructionEffects;
import io.deco.analysis.effects.LockedCode;
import io.deco.analysis.flow.HandlerLocals;
import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.flow.Operands;
import io.deco.analysis.flow.Region;
import io.deco.analysis.flow.SelfProtection;
import io.deco.analysis.forks.Computations;
import io.deco.analysis.forks.ConcurrentCalls;
import io.deco.analysis.forks.Fork;
import io.deco.analysis.forks.ForkSelection;
import io.deco.analysis.forks.Inlining;
import io.deco.analysis.forks.KotlinFunctions;
import io.deco.analysis.forks.Setters;
import io.deco.analysis.forks.Sinks;
import io.deco.analysis.forks.Stores;
import io.deco.analysis.forks.UnwaitableFields;
import io.deco.analysis.streams.ElementCodes;
import io.deco.analysis.streams.Pipeline;
import io.deco.analysis.streams.Pipelines;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * Analyses a method: which of its concurrent calls start a task, what carries their
 * results, and what waits for them.
 * <p>
 * The steps, each in a class of its own: small helpers are put where they are called
 * ({@link Inlining}); values and control are followed through the method
 * ({@link MethodFlow}); calls are chosen ({@link ForkSelection}), outside of
 * {@link LockedCode}; what may hold a pending result is found ({@link Carriers}); for
 * each instruction it is decided where its operands go ({@link Sinks}) and what it may do
 * that others could observe ({@link InstructionEffects}); from these follow the calls
 * that may be pending before each instruction ({@link PendingFlow}) and the waits
 * ({@link Waits}); the {@link Planner} writes all of it down.
 */
public final class MethodAnalyzer {

	private final ClassIndex index;

	private final ConcurrentCalls concurrent;

	private final Effects effects;

	private final Setters setters;

	private UnwaitableFields unwaitable = UnwaitableFields.NONE;

	public MethodAnalyzer(ClassIndex index, ConcurrentCalls concurrent, Effects effects) {
		this.index = index;
		this.concurrent = concurrent;
		this.effects = effects;
		this.setters = new Setters(index);
	}

	/**
	 * Says to which fields nothing pending may be written.
	 * @param fields the fields
	 */
	public void waitBeforeWritesTo(UnwaitableFields fields) {
		this.unwaitable = fields;
	}

	/**
	 * Analyses a method.
	 * @param type what the remarks need to know of its class
	 * @param method the method, in which small helpers are inlined
	 * @param name what the remarks call it
	 * @return its plan, if there is something to weave, and the remarks
	 */
	public Analysis analyze(SourceType type, MethodNode method, String name) {
		Remarks remarks = new Remarks(type, name);
		if (KotlinFunctions.suspends(method)) {
			if (isExpected(method)) {
				remarks.unwoven("it is a suspend function, which may return before it has ended");
			}
			return new Analysis(method, null, List.of(), List.of(), remarks.all());
		}
		try {
			return analyze(type.internalName(), method, remarks);
		}
		catch (AnalyzerException ex) {
			remarks.unwoven("its byte code cannot be followed: " + ex.getMessage());
			return new Analysis(method, null, List.of(), List.of(), remarks.all());
		}
	}

	/**
	 * Whether somebody might expect that calls of a method overlap.
	 */
	private boolean isExpected(MethodNode method) {
		if (Annotations.has(method, Annotations.SYNCHRONIZED)) {
			return true;
		}
		for (AbstractInsnNode insn : method.instructions) {
			if (insn instanceof MethodInsnNode call && (this.concurrent.find(call.owner, call.name, call.desc) != null
					|| this.concurrent.findOrdinary(call) != null)) {
				return true;
			}
		}
		return false;
	}

	private Analysis analyze(String owner, MethodNode method, Remarks remarks) throws AnalyzerException {
		Inlining inlining = new Inlining(owner, this.index, this.concurrent);
		inlining.into(method);
		SelfProtection.removeFrom(method);
		MethodFlow flow = MethodFlow.of(owner, method, this.index);
		List<Region> regions = Region.of(method);
		LockedCode locked = new LockedCode(flow, this.index, regions);
		HandlerLocals handlerLocals = new HandlerLocals(flow, regions);
		InstructionEffects instructionEffects = new InstructionEffects(flow, owner, this.index, this.effects,
				handlerLocals);
		ElementCodes codes = new ElementCodes(owner, this.index, this.concurrent, this.effects, inlining);
		Pipelines pipelines = new Pipelines(flow, owner, this.index, codes, this.effects, locked, instructionEffects);
		remarks.addPipelines(pipelines);
		Lambdas lambdas = new Lambdas(flow, pipelines, locked, codes, remarks);
		MethodPlan plan = plan(flow, owner, regions, locked, handlerLocals, instructionEffects, remarks);
		return new Analysis(method, plan, pipelines.all(), lambdas.bodies(), remarks.all());
	}

	private @Nullable MethodPlan plan(MethodFlow flow, String owner, List<Region> regions, LockedCode locked,
			HandlerLocals handlerLocals, InstructionEffects instructionEffects, Remarks remarks) {
		ForkSelection forks = new ForkSelection(flow, owner, this.index, this.concurrent, locked);
		remarks.addSequential(forks);
		remarks.addUnmarked(forks);
		if (forks.all().isEmpty()) {
			return null;
		}
		Stores stores = new Stores(flow, owner, this.effects, forks);
		Sinks sinks = new Sinks(flow, owner, this.index, this.effects, forks, stores, this.setters, this.unwaitable);
		Carriers carriers = new Carriers(flow, forks.all(), sinks.computations());
		Views views = new Views(flow, this.effects, forks);
		Reads reads = new Reads(flow, this.index, this.effects, forks, stores, views);
		Waits waits = new Waits(flow, forks, carriers, sinks, instructionEffects, handlerLocals, stores, reads);
		Set<Integer> immediate = immediate(flow, forks, carriers);
		PendingFlow pending = new PendingFlow(flow, forks, regions, (position) -> waits.barrier(position) != null,
				waits::isLater, immediate::contains, (position) -> new BitSet());
		MethodPlan plan = new Planner(flow, owner, this.index, forks, regions, carriers, waits, sinks, stores, pending)
			.plan();
		String obstacle = Planner.obstacle(plan);
		if (obstacle != null) {
			remarks.unwoven(obstacle);
			return null;
		}
		PendingFlow remaining = new PendingFlow(flow, forks, regions, (position) -> waits.barrier(position) != null,
				waits::isLater, immediate::contains,
				(position) -> onlyCallsAwaited(position, flow, forks, waits, sinks.computations()));
		new WaitRemarks(flow, forks, waits, sinks, stores, remaining, remarks).add();
		return plan;
	}

	private static Set<Integer> immediate(MethodFlow flow, ForkSelection forks, Carriers carriers) {
		return Set.copyOf(forks.all()
			.stream()
			.filter((fork) -> fork.result().getSort() != Type.VOID)
			.filter((fork) -> !carriers.isProducedCarried(fork.producer(flow)))
			.map(Fork::site)
			.toList());
	}

	/**
	 * The sites whose calls are done after a use: those of values that can come from no
	 * other site, and that have only one call.
	 */
	private static BitSet onlyCallsAwaited(int position, MethodFlow flow, ForkSelection forks, Waits waits,
			Computations computations) {
		BitSet done = new BitSet();
		if (!flow.isReachable(position)) {
			return done;
		}
		for (int operand = 0; operand < Operands.count(flow.instruction(position)); operand++) {
			if (waits.isUsed(position, operand)) {
				BitSet sites = WaitRemarks.sitesOf(flow, flow.operand(position, operand), forks, computations);
				int site = sites.nextSetBit(0);
				if (sites.cardinality() == 1 && !flow.isInLoop(site)) {
					done.set(site);
				}
			}
		}
		return done;
	}

	/**
	 * What an analysis found.
	 *
	 * @param method the method
	 * @param plan the plan, {@code null} if no call of the method itself starts a task
	 * @param pipelines the stream pipelines whose calls are made ahead
	 * @param lambdas the bodies of its lambdas that are to be woven as methods of their
	 * own
	 * @param remarks the remarks, in the order of the source
	 */
	public record Analysis(MethodNode method, @Nullable MethodPlan plan, List<Pipeline> pipelines,
			List<MethodNode> lambdas, List<Remark> remarks) {

		/**
		 * Whether there is something to weave.
		 * @return {@code false} if the method stays as it is
		 */
		public boolean isWoven() {
			return this.plan != null || !this.pipelines.isEmpty();
		}

	}

	/**
	 * A class, as remarks name it.
	 *
	 * @param internalName its internal name
	 * @param file its source file, empty if unknown
	 */
	public record SourceType(String internalName, String file) {
	}

}
