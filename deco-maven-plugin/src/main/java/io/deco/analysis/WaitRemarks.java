package io.deco.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.deco.analysis.classpath.Types;
import io.deco.analysis.effects.Effects;
import io.deco.analysis.flow.FlowValue;
import io.deco.analysis.flow.Lines;
import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.flow.Operands;
import io.deco.analysis.flow.Region;
import io.deco.analysis.forks.Computations;
import io.deco.analysis.forks.Fork;
import io.deco.analysis.forks.ForkSelection;
import io.deco.analysis.forks.Sinks;
import io.deco.analysis.forks.Store;
import io.deco.analysis.forks.Stores;
import io.deco.analysis.forks.Uses;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;

/**
 * Explains the forks of a method and what waits for them.
 */
final class WaitRemarks {

	private final MethodFlow flow;

	private final ForkSelection forks;

	private final Waits waits;

	private final Sinks sinks;

	private final Stores stores;

	private final PendingFlow pending;

	private final Remarks remarks;

	private final Map<Integer, SortedSet<Integer>> awaitedAt = new HashMap<>();

	private final Map<String, BitSet> writtenTo = new HashMap<>();

	/** By the origin of an array or collection, the sites of what is stored in it. */
	private final Map<Integer, BitSet> storedIn = new HashMap<>();

	WaitRemarks(MethodFlow flow, ForkSelection forks, Waits waits, Sinks sinks, Stores stores, PendingFlow pending,
			Remarks remarks) {
		this.flow = flow;
		this.forks = forks;
		this.waits = waits;
		this.sinks = sinks;
		this.stores = stores;
		this.pending = pending;
		this.remarks = remarks;
	}

	void add() {
		for (int i = 0; i < this.flow.size(); i++) {
			if (this.flow.isReachable(i) && this.waits.isDeferredWrite(i)) {
				AbstractInsnNode write = this.flow.instruction(i);
				this.writtenTo
					.computeIfAbsent(field(Objects.requireNonNull(this.sinks.written(write))), (key) -> new BitSet())
					.or(sitesOf(this.flow, this.flow.operand(i, Operands.count(write) - 1), this.forks,
							this.sinks.computations()));
			}
		}
		findStores();
		for (int i = 0; i < this.flow.size(); i++) {
			if (this.flow.isReachable(i) && this.flow.instruction(i).getOpcode() >= 0) {
				addFieldRead(i);
				BitSet used = addUses(i);
				addElementReads(i);
				addBarrier(i, used);
			}
		}
		addForks();
	}

	/**
	 * A call of which the compiler made copies is one call.
	 */
	private void addForks() {
		Map<Integer, Map<String, SortedSet<Integer>>> calls = new TreeMap<>();
		for (Fork fork : this.forks.all()) {
			calls.computeIfAbsent(fork.line(), (line) -> new LinkedHashMap<>())
				.computeIfAbsent(this.forks.subject(fork.call()), (subject) -> new TreeSet<>())
				.addAll(this.awaitedAt.getOrDefault(fork.site(), new TreeSet<>()));
		}
		calls.forEach((line, subjects) -> subjects.forEach((subject, awaited) -> this.remarks.add(Remark.Kind.FORKED,
				line, subject, "", "", List.copyOf(awaited))));
	}

	private void findStores() {
		for (int i = 0; i < this.flow.size(); i++) {
			Store store = (this.flow.isReachable(i)) ? this.stores.at(this.flow.instruction(i)) : null;
			if (store != null) {
				BitSet sites = sitesOf(this.flow, this.flow.operand(i, store.stored()), this.forks,
						this.sinks.computations());
				if (!sites.isEmpty()) {
					this.flow.origins(this.flow.operand(i, 0))
						.forEach((origin) -> this.storedIn.computeIfAbsent(origin, (key) -> new BitSet()).or(sites));
				}
			}
		}
	}

	/**
	 * What reads an object that is certainly one in which something is stored. Others may
	 * turn out to be the same at run time.
	 */
	private void addElementReads(int position) {
		AbstractInsnNode insn = this.flow.instruction(position);
		for (int operand = 0; operand < Operands.count(insn); operand++) {
			if (this.waits.readsStored(position, operand, this.pending)) {
				BitSet sites = new BitSet();
				this.flow.origins(this.flow.operand(position, operand))
					.forEach((origin) -> sites.or(this.storedIn.getOrDefault(origin, new BitSet())));
				sites.and(this.pending.before(position));
				if (!sites.isEmpty()) {
					addWait(Remark.Kind.AWAITED, insn, sites, "stored in what is read here");
				}
			}
		}
	}

	private static String field(AbstractInsnNode access) {
		FieldInsnNode field = (FieldInsnNode) access;
		return Types.simpleName(field.owner) + "." + field.name;
	}

	private void addFieldRead(int position) {
		AbstractInsnNode insn = this.flow.instruction(position);
		if (insn.getOpcode() == Opcodes.GETFIELD || insn.getOpcode() == Opcodes.GETSTATIC) {
			BitSet sites = (BitSet) this.writtenTo.getOrDefault(field(insn), new BitSet()).clone();
			sites.and(this.pending.before(position));
			if (!sites.isEmpty()) {
				addWait(Remark.Kind.AWAITED, insn, sites, "read from field " + field(insn));
			}
		}
	}

	private BitSet addUses(int position) {
		BitSet used = new BitSet();
		AbstractInsnNode insn = this.flow.instruction(position);
		FlowValue incremented = this.waits.incremented(position);
		if (incremented != null) {
			used = sitesOf(this.flow, incremented, this.forks, this.sinks.computations());
			used.and(this.pending.before(position));
			addWait(Remark.Kind.AWAITED, insn, used, Uses.of(insn));
		}
		for (int operand = 0; operand < Operands.count(insn); operand++) {
			String use = this.waits.useOf(position, operand);
			if (use == null) {
				continue;
			}
			BitSet sites = sitesOf(this.flow, this.flow.operand(position, operand), this.forks,
					this.sinks.computations());
			sites.and(this.pending.before(position));
			used.or(sites);
			if (!sites.isEmpty()) {
				addWait(Remark.Kind.AWAITED, insn, sites, use);
			}
		}
		return used;
	}

	private void addBarrier(int position, BitSet used) {
		AbstractInsnNode insn = this.flow.instruction(position);
		BitSet others = (BitSet) this.pending.before(position).clone();
		others.andNot(used);
		Effects.Effect barrier = this.waits.barrier(position, others);
		Region reading = this.waits.handlerReading(position, this.pending);
		if (barrier != null) {
			addWait(Remark.Kind.BARRIER, insn, others, barrier.reason());
		}
		else if (reading != null) {
			others.and(this.pending.sites(reading));
			addWait(Remark.Kind.BARRIER, insn, others, "an exception handler reads the variable that is assigned here");
		}
	}

	private void addWait(Remark.Kind kind, AbstractInsnNode insn, BitSet sites, String reason) {
		if (this.forks.in(sites).findAny().isEmpty()) {
			return;
		}
		List<String> subjects = new ArrayList<>();
		SortedSet<Integer> lines = new TreeSet<>();
		int line = Lines.of(insn);
		this.forks.in(sites).forEach((fork) -> {
			subjects.add(this.forks.subject(fork.call()));
			lines.add(fork.line());
			this.awaitedAt.computeIfAbsent(fork.site(), (key) -> new TreeSet<>()).add(line);
		});
		this.remarks.add(kind, line, String.join(", ", subjects.stream().distinct().toList()), reason,
				advice(kind, insn, reason), List.copyOf(lines));
	}

	private static String advice(Remark.Kind kind, AbstractInsnNode insn, String reason) {
		if (kind != Remark.Kind.BARRIER || Operands.isReturn(insn)) {
			return "";
		}
		return (reason.startsWith("calls "))
				? "if it changes nothing that others observe, mark it @SideEffectFree; else move it up or down"
				: "move it before the calls, or after the first use of their results";
	}

	/**
	 * The sites whose results a value may be, or may be computed from.
	 */
	static BitSet sitesOf(MethodFlow flow, FlowValue value, ForkSelection forks, Computations computations) {
		BitSet sites = new BitSet();
		Set<Integer> seen = new HashSet<>();
		Deque<FlowValue> open = new ArrayDeque<>(List.of(value));
		while (!open.isEmpty()) {
			for (int origin : flow.origins(open.pop())) {
				if (origin < 0 || origin >= FlowValue.HANDLER || !seen.add(origin)) {
					continue;
				}
				forks.all().stream().filter((fork) -> origin == fork.producer(flow)).forEach((fork) -> {
					sites.set(fork.site());
				});
				AbstractInsnNode insn = flow.instruction(origin);
				if (computations.at(insn) != null) {
					for (int operand = 0; operand < Operands.count(insn); operand++) {
						open.push(flow.operand(origin, operand));
					}
				}
			}
		}
		return sites;
	}

}
