package io.deco.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Collects what the analysis of one method has to say.
 */
final class Remarks {

	private final MethodAnalyzer.SourceType type;

	private final String method;

	private final List<Remark> remarks = new ArrayList<>();

	Remarks(MethodAnalyzer.SourceType type, String method) {
		this.type = type;
		this.method = method;
	}

	List<Remark> all() {
		return this.remarks.stream().distinct().sorted(Comparator.comparingInt(Remark::line)).toList();
	}

	private void add(Remark.Kind kind, int line, String subject, String reason, String advice, List<Integer> related) {
		this.remarks.add(new Remark(kind, this.type.internalName().replace('/', '.'), this.method, this.type.file(),
				line, subject, reason, advice, related));
	}

	void unwoven(String reason) {
		add(Remark.Kind.UNWOVEN, 0, this.method, reason, "", List.of());
	}

	void addSequential(ForkSelection forks) {
		forks.sequential()
			.forEach((call, reason) -> add(Remark.Kind.SEQUENTIAL, Lines.of(call), subject(call), reason,
					"move the call out of there", List.of()));
	}

	private static String subject(MethodInsnNode call) {
		return Types.simpleName(call.owner) + "." + call.name;
	}

	/**
	 * Concurrent calls in lambdas are made by whoever runs the lambda.
	 */
	void addLambdas(MethodFlow flow, ClassIndex index, ConcurrentCalls concurrent) {
		for (int i = 0; i < flow.size(); i++) {
			if (flow.instruction(i) instanceof InvokeDynamicInsnNode dynamic) {
				for (Object argument : dynamic.bsmArgs) {
					if (argument instanceof Handle handle) {
						addLambda(handle, Lines.of(dynamic), index, concurrent);
					}
				}
			}
		}
	}

	private void addLambda(Handle handle, int line, ClassIndex index, ConcurrentCalls concurrent) {
		String reason = "whoever runs the lambda needs its result at once";
		if (concurrent.find(handle.getOwner(), handle.getName(), handle.getDesc()) != null) {
			add(Remark.Kind.SEQUENTIAL, line, Types.simpleName(handle.getOwner()) + "." + handle.getName(), reason,
					"write a loop", List.of());
		}
		ClassIndex.DeclaredMethod body = (handle.getOwner().equals(this.type.internalName()))
				? index.resolveMethod(handle.getOwner(), handle.getName(), handle.getDesc()) : null;
		if (body == null || !body.method().name.startsWith("lambda$")) {
			return;
		}
		for (AbstractInsnNode insn : body.method().instructions) {
			if (insn instanceof MethodInsnNode call && concurrent.find(call.owner, call.name, call.desc) != null) {
				add(Remark.Kind.SEQUENTIAL, Lines.of(call), subject(call), reason, "write a loop", List.of());
			}
		}
	}

	void addWaits(MethodFlow flow, ForkSelection forks, Waits waits, Sinks sinks, PendingFlow pending) {
		Map<Integer, SortedSet<Integer>> awaitedAt = new LinkedHashMap<>();
		forks.all().forEach((fork) -> awaitedAt.put(fork.site(), new TreeSet<>()));
		for (int i = 0; i < flow.size(); i++) {
			if (flow.isReachable(i) && flow.instruction(i).getOpcode() >= 0) {
				BitSet used = addUses(i, flow, forks, waits, sinks, awaitedAt, pending);
				addBarrier(i, used, flow, forks, waits, awaitedAt, pending);
			}
		}
		for (Fork fork : forks.all()) {
			add(Remark.Kind.FORKED, fork.line(), fork.subject(), "", "",
					List.copyOf(awaitedAt.getOrDefault(fork.site(), new TreeSet<>())));
		}
	}

	private BitSet addUses(int position, MethodFlow flow, ForkSelection forks, Waits waits, Sinks sinks,
			Map<Integer, SortedSet<Integer>> awaitedAt, PendingFlow pending) {
		BitSet used = new BitSet();
		AbstractInsnNode insn = flow.instruction(position);
		for (int operand = 0; operand < Operands.count(insn); operand++) {
			if (!waits.isUsed(position, operand)) {
				continue;
			}
			BitSet sites = sitesOf(flow, flow.operand(position, operand), forks);
			sites.and(pending.before(position));
			used.or(sites);
			if (!sites.isEmpty() && sinks.of(insn, operand) instanceof Sink.Use use) {
				addAwait(Remark.Kind.AWAITED, Lines.of(insn), sites, forks, use.by(), awaitedAt);
			}
		}
		return used;
	}

	private void addBarrier(int position, BitSet used, MethodFlow flow, ForkSelection forks, Waits waits,
			Map<Integer, SortedSet<Integer>> awaitedAt, PendingFlow pending) {
		BitSet others = (BitSet) pending.before(position).clone();
		others.andNot(used);
		Effects.Effect barrier = waits.barrier(position, others);
		Region reading = waits.handlerReading(position, pending);
		if (barrier != null) {
			addAwait(Remark.Kind.BARRIER, Lines.of(flow.instruction(position)), others, forks, barrier.reason(),
					awaitedAt);
		}
		else if (reading != null) {
			others.and(pending.sites(reading));
			addAwait(Remark.Kind.BARRIER, Lines.of(flow.instruction(position)), others, forks,
					"an exception handler reads the variable that is assigned here", awaitedAt);
		}
	}

	private void addAwait(Remark.Kind kind, int line, BitSet sites, ForkSelection forks, String reason,
			Map<Integer, SortedSet<Integer>> awaitedAt) {
		List<String> subjects = new ArrayList<>();
		TreeSet<Integer> lines = new TreeSet<>();
		sites.stream().forEach((site) -> {
			Fork fork = forks.all().get(site);
			subjects.add(fork.subject());
			lines.add(fork.line());
			awaitedAt.getOrDefault(site, new TreeSet<>()).add(line);
		});
		add(kind, line, String.join(", ", subjects.stream().distinct().toList()), reason, advice(kind, reason),
				List.copyOf(lines));
	}

	private static String advice(Remark.Kind kind, String reason) {
		@Nullable String advice = null;
		if (kind == Remark.Kind.BARRIER && reason.startsWith("calls ")) {
			advice = "if it changes nothing that others observe, mark it @SideEffectFree; else move it up or down";
		}
		else if (kind == Remark.Kind.BARRIER && !reason.equals("the method returns")) {
			advice = "move it before the calls, or after the first use of their results";
		}
		return (advice != null) ? advice : "";
	}

	/**
	 * The sites whose results a value may be.
	 */
	static BitSet sitesOf(MethodFlow flow, FlowValue value, ForkSelection forks) {
		BitSet sites = new BitSet();
		var origins = flow.origins(value);
		forks.all().stream().filter((fork) -> origins.contains(fork.producer(flow))).forEach((fork) -> {
			sites.set(fork.site());
		});
		return sites;
	}

}
