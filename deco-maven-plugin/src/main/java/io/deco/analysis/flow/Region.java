package io.deco.analysis.flow;

import java.util.ArrayList;
import java.util.List;

import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * A range of instructions that the same handlers protect: what a {@code try} with its
 * {@code catch} and {@code finally} clauses, or a part of it, compiles to.
 *
 * @param from the position where it starts
 * @param to the position after its end
 * @param start the label at its start
 * @param end the label at its end
 * @param entries the entries of the exception table, in their order
 */
public record Region(int from, int to, LabelNode start, LabelNode end, List<TryCatchBlockNode> entries) {

	/**
	 * The regions of a method, in the order of its exception table.
	 */
	public static List<Region> of(MethodNode method) {
		InsnList instructions = method.instructions;
		List<Region> regions = new ArrayList<>();
		for (TryCatchBlockNode entry : method.tryCatchBlocks) {
			Region last = (regions.isEmpty()) ? null : regions.get(regions.size() - 1);
			if (last != null && last.start == entry.start && last.end == entry.end) {
				last.entries.add(entry);
			}
			else {
				List<TryCatchBlockNode> entries = new ArrayList<>(List.of(entry));
				regions.add(new Region(instructions.indexOf(entry.start), instructions.indexOf(entry.end), entry.start,
						entry.end, entries));
			}
		}
		return regions;
	}

	/**
	 * Whether an instruction is protected.
	 * @param position its position
	 * @return {@code true} if an exception that it throws reaches the handlers
	 */
	public boolean contains(int position) {
		return this.from <= position && position < this.to;
	}

	/**
	 * Whether this region lies in another one.
	 * @param other the other region
	 * @return {@code true} if all its instructions are in the other
	 */
	public boolean isWithin(Region other) {
		return other.from <= this.from && this.to <= other.to;
	}

	/**
	 * Whether an instruction lies in both regions.
	 */
	public boolean overlaps(Region other) {
		return this.from < other.to && other.from < this.to;
	}

}
