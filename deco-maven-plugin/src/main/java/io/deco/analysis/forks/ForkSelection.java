package io.deco.analysis.forks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.deco.analysis.classpath.Access;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.classpath.Types;
import io.deco.analysis.effects.LockedCode;
import io.deco.analysis.flow.Lines;
import io.deco.analysis.flow.MethodFlow;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Chooses the calls of a method that start a task, and says why others do not.
 */
public final class ForkSelection {

	private static final List<String> COLLECTIONS = List.of("java/util/Collection", "java/util/Map",
			"java/util/Iterator", "java/util/Map$Entry");

	private final MethodFlow flow;

	private final String owner;

	private final ClassIndex index;

	private final Map<AbstractInsnNode, Fork> forks = new HashMap<>();

	private final List<Fork> inOrder = new ArrayList<>();

	private final Map<MethodInsnNode, Obstacle> sequential = new LinkedHashMap<>();

	private final CallNames names;

	public ForkSelection(MethodFlow flow, String owner, ClassIndex index, ConcurrentCalls concurrent,
			LockedCode locked) {
		this.flow = flow;
		this.owner = owner;
		this.index = index;
		Folding folding = new Folding(flow);
		for (int i = 0; i < flow.size(); i++) {
			if (flow.isReachable(i) && flow.instruction(i) instanceof MethodInsnNode call) {
				ConcurrentCalls.ConcurrentCall target = concurrent.find(call.owner, call.name, call.desc);
				if (target != null) {
					select(i, call, target, folding, locked);
				}
				else {
					Obstacle ordinary = concurrent.findOrdinary(call);
					if (ordinary != null) {
						this.sequential.put(call, ordinary);
					}
				}
			}
		}
		Set<MethodInsnNode> calls = new HashSet<>(this.sequential.keySet());
		this.inOrder.forEach((fork) -> calls.add(fork.call()));
		this.names = new CallNames(flow.method().instructions, calls);
	}

	private void select(int position, MethodInsnNode call, ConcurrentCalls.ConcurrentCall target, Folding folding,
			LockedCode locked) {
		List<AbstractInsnNode> folded = folding.after(position);
		Type result = Type.getReturnType(call.desc);
		for (AbstractInsnNode conversion : folded) {
			Type converted = Folding.convert(conversion);
			result = (converted != null) ? converted : result;
		}
		String obstacle = obstacle(position, call, result, locked);
		if (obstacle != null) {
			this.sequential.put(call, new Obstacle(obstacle, "move the call out of there"));
			return;
		}
		Fork fork = new Fork(position, call, receiver(call), folded, result, target.modified(), target.modifiesParts(),
				mayBeView(Type.getReturnType(call.desc)), target.unmarked(), Lines.of(call));
		this.inOrder.add(fork);
		this.forks.put(call, fork);
	}

	/**
	 * Whether a type of the program, or a type below it, is a collection or a part of
	 * one. Of those of the JDK, the runtime knows it.
	 */
	private boolean mayBeView(Type type) {
		if (type.getSort() != Type.OBJECT || this.index.isPlatform(type.getInternalName())) {
			return false;
		}
		String name = type.getInternalName();
		return isCollection(name) || this.index.subtypes(name).stream().anyMatch(this::isCollection);
	}

	private boolean isCollection(String type) {
		return COLLECTIONS.stream().anyMatch((collection) -> this.index.isAssignable(type, collection));
	}

	private @Nullable String obstacle(int position, MethodInsnNode call, Type result, LockedCode locked) {
		if (Sinks.holdsMonitor(this.flow.method())) {
			return "the method is synchronized, so the call would run while its lock is held";
		}
		if (locked.contains(position)) {
			return "a lock is held here, so the call runs in the thread that holds it";
		}
		if (call.getOpcode() == Opcodes.INVOKESPECIAL && !call.owner.equals(this.owner)) {
			return "a call of super's method cannot be made from another thread's frame";
		}
		if (Types.argumentSlots(call.desc, call.getOpcode() == Opcodes.INVOKESTATIC) + 1 > Types.MOST_SLOTS) {
			return "with the scope, it would have more arguments than a method can have";
		}
		boolean visible = Access.isAccessible(result, this.owner, this.index)
				&& Arrays.stream(Type.getArgumentTypes(call.desc))
					.allMatch((type) -> Access.isAccessible(type, this.owner, this.index));
		if (!visible) {
			return "a type in its signature is not visible here";
		}
		return null;
	}

	private String receiver(MethodInsnNode call) {
		ClassIndex.DeclaredMethod declared = this.index.resolveMethod(call.owner, call.name, call.desc);
		boolean own = declared != null
				&& Access.isOnlyForOwn(declared.method().access, declared.type().name, this.owner);
		return (own) ? this.owner : call.owner;
	}

	/**
	 * The fork that an instruction is, {@code null} if it is none.
	 */
	public @Nullable Fork at(AbstractInsnNode insn) {
		return this.forks.get(insn);
	}

	/**
	 * What remarks call a call that is a fork, or that runs in its caller.
	 */
	public String subject(MethodInsnNode call) {
		return this.names.of(call);
	}

	/**
	 * The forks among some sites.
	 */
	public Stream<Fork> in(BitSet sites) {
		return this.inOrder.stream().filter((fork) -> sites.get(fork.site()));
	}

	/**
	 * The forks in the order of their instructions.
	 */
	public List<Fork> all() {
		return this.inOrder;
	}

	/**
	 * The concurrent calls that run in their caller, with the reason.
	 */
	public Map<MethodInsnNode, Obstacle> sequential() {
		return this.sequential;
	}

	/**
	 * Why a call runs in its caller.
	 *
	 * @param reason the reason
	 * @param advice what would let it overlap
	 */
	public record Obstacle(String reason, String advice) {
	}

}
