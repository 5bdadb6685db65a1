package io.deco.analysis.effects;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.classpath.ClassIndex;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * Finds all methods that a call may run, if they can be known: nothing outside the class
 * path may implement or override the method, and no proxy may stand before it.
 */
public final class Dispatch {

	private static final int MANY = 32;

	private final ClassIndex index;

	private final ProxiedTypes proxied;

	public Dispatch(ClassIndex index) {
		this.index = index;
		this.proxied = new ProxiedTypes(index);
	}

	/**
	 * Finds the methods that a call may run.
	 * @param call the call
	 * @param resolved the method that it names
	 */
	public Targets of(Call call, DeclaredMethod resolved) {
		int access = resolved.method().access;
		if (call.isExact() || (access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL)) != 0) {
			return Targets.of(List.of(resolved));
		}
		if (this.index.isPlatform(call.owner())) {
			return Targets.unknown("is not known to be side-effect-free");
		}
		ClassNode owner = this.index.find(call.owner());
		if (owner == null) {
			return Targets.unknown("is not on the class path");
		}
		Set<String> receivers = sealedReceivers(owner);
		if (receivers == null) {
			if ((owner.access & Opcodes.ACC_INTERFACE) != 0) {
				return Targets.unknown("may be implemented by any class");
			}
			receivers = new LinkedHashSet<>(this.index.subtypes(owner.name));
			receivers.add(owner.name);
			String proxy = this.proxied.why(receivers);
			if (proxy != null) {
				return Targets.unknown(proxy);
			}
		}
		return targets(call, resolved, receivers);
	}

	/**
	 * Returns all types that a receiver may be of, null if its type is not final, sealed
	 * or an enum down to the last subclass.
	 */
	private @Nullable Set<String> sealedReceivers(ClassNode owner) {
		Set<String> receivers = new LinkedHashSet<>();
		Deque<String> open = new ArrayDeque<>(List.of(owner.name));
		while (!open.isEmpty()) {
			ClassNode node = this.index.find(open.pop());
			if (node == null) {
				return null;
			}
			if (!receivers.add(node.name) || (node.access & Opcodes.ACC_FINAL) != 0) {
				continue;
			}
			if (node.permittedSubclasses != null) {
				open.addAll(node.permittedSubclasses);
			}
			else if ((node.access & Opcodes.ACC_ENUM) != 0) {
				open.addAll(this.index.subtypes(node.name));
			}
			else {
				return null;
			}
		}
		return receivers;
	}

	private Targets targets(Call call, DeclaredMethod resolved, Set<String> receivers) {
		Map<String, DeclaredMethod> targets = new LinkedHashMap<>();
		if ((resolved.method().access & Opcodes.ACC_ABSTRACT) == 0 && !this.index.isPlatform(resolved.type().name)) {
			// Also if a subclass in another package only seems to override it
			targets.put(resolved.type().name, resolved);
		}
		for (String receiver : receivers) {
			DeclaredMethod method = this.index.resolveMethod(receiver, call.name(), call.descriptor());
			if (method == null) {
				return Targets.unknown("is not known in " + receiver.replace('/', '.'));
			}
			if ((method.method().access & Opcodes.ACC_ABSTRACT) == 0) {
				targets.put(method.type().name, method);
			}
		}
		return (targets.size() > MANY) ? Targets.unknown("has too many implementations") : targets.isEmpty()
				? Targets.unknown("has no known implementation") : Targets.of(List.copyOf(targets.values()));
	}

	/**
	 * What a call may run.
	 *
	 * @param methods all the methods
	 * @param obstacle why they are not known, null if they are
	 */
	public record Targets(List<DeclaredMethod> methods, @Nullable String obstacle) {

		static Targets of(List<DeclaredMethod> methods) {
			return new Targets(methods, null);
		}

		static Targets unknown(String obstacle) {
			return new Targets(List.of(), obstacle);
		}

	}

}
