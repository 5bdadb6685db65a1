package io.deco.analysis.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.deco.analysis.flow.MethodFlow;
import io.deco.analysis.flow.Operands;
import io.deco.analysis.forks.ElementMethods;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds the functions that a call of a stream runs once for each element that comes to
 * it, whatever its other functions say: those of a filter and, in a collector that is
 * written in place, the mappers and classifiers to which the elements themselves are
 * given.
 */
final class CollectorFunctions {

	private static final Set<String> MAPPERS = Set.of("mapping", "filtering", "partitioningBy", "groupingBy",
			"summingInt", "summingLong", "summingDouble", "averagingInt", "averagingLong", "averagingDouble",
			"summarizingInt", "summarizingLong", "summarizingDouble");

	private static final Set<String> MAPS = Set.of("toMap", "toUnmodifiableMap");

	private static final Set<String> GROUPS = Set.of("partitioningBy", "groupingBy");

	private final MethodFlow flow;

	CollectorFunctions(MethodFlow flow) {
		this.flow = flow;
	}

	/**
	 * The functions of a call, in the order in which they are made and run.
	 */
	List<InvokeDynamicInsnNode> of(int position) {
		List<InvokeDynamicInsnNode> functions = new ArrayList<>();
		MethodInsnNode call = (MethodInsnNode) this.flow.instruction(position);
		if (StreamCalls.isFilter(call)) {
			add(position, 1, functions);
		}
		else if (StreamCalls.isCollect(call)) {
			addCollector(position, 1, functions);
		}
		return functions;
	}

	private void addCollector(int position, int operand, List<InvokeDynamicInsnNode> functions) {
		if (!(producer(position, operand) instanceof MethodInsnNode collector)
				|| !collector.owner.equals("java/util/stream/Collectors")) {
			return;
		}
		int at = this.flow.position(collector);
		int last = Operands.count(collector) - 1;
		if (MAPPERS.contains(collector.name) || MAPS.contains(collector.name)) {
			add(at, 0, functions);
		}
		if (MAPS.contains(collector.name)) {
			add(at, 1, functions);
		}
		else if (GROUPS.contains(collector.name) && last > 0) {
			addCollector(at, last, functions);
		}
		else if (collector.name.equals("collectingAndThen")) {
			addCollector(at, 0, functions);
		}
		else if (collector.name.equals("reducing") && last == 2) {
			add(at, 1, functions);
		}
	}

	private void add(int position, int operand, List<InvokeDynamicInsnNode> functions) {
		if (producer(position, operand) instanceof InvokeDynamicInsnNode dynamic
				&& ElementMethods.isFunction(dynamic)) {
			functions.add(dynamic);
		}
	}

	private @Nullable AbstractInsnNode producer(int position, int operand) {
		return this.flow.producer(this.flow.operand(position, operand));
	}

}
