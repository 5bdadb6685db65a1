package io.deco.analysis;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.deco.analysis.flow.Region;
import io.deco.analysis.forks.Computation;
import io.deco.analysis.forks.Fork;
import io.deco.analysis.forks.Step;
import io.deco.analysis.forks.Store;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What is to be done to one method: all decisions, in terms of its instructions. Maps and
 * sets are in the order of these, so that weaving twice gives the same bytes.
 *
 * @param owner the internal name of its class
 * @param method the method
 * @param forks the calls that start a task, in the order of their sites
 * @param pendingArguments for a fork, a bit for each argument that may be pending itself
 * @param steps what is done before an instruction, in this order
 * @param boxed the instructions whose primitive result is boxed, with its type
 * @param awaited the instructions whose carried result is awaited at once, with its type
 * @param locals the loads, stores and increments of carried variables
 * @param parameters the carried parameters
 * @param narrowed the moves of a {@code long} or {@code double} that is carried in one
 * slot
 * @param writes the writes of pending results to fields, and the calls of setters
 * @param stores the stores to arrays and collections that may be made later
 * @param computations what may be computed later
 * @param regions the regions whose handlers must see the exceptions of sequential code,
 * inner ones before outer ones
 * @param exits the ways out of regions
 */
public record MethodPlan(String owner, MethodNode method, List<Fork> forks, Map<Fork, BitSet> pendingArguments,
		Map<AbstractInsnNode, List<Step>> steps, Map<AbstractInsnNode, Type> boxed, Map<AbstractInsnNode, Type> awaited,
		Map<AbstractInsnNode, Local> locals, List<Parameter> parameters, Set<AbstractInsnNode> narrowed,
		Map<AbstractInsnNode, Write> writes, List<LaterStore> stores, List<LaterComputation> computations,
		List<ProtectedRegion> regions, List<Exit> exits) {

	/**
	 * An access to a carried variable.
	 *
	 * @param variable a number for the variable, unique in its method
	 * @param type the type of the value that is loaded, stored or incremented
	 * @param carried for a store, whether the value arrives carried
	 */
	public record Local(int variable, Type type, boolean carried) {
	}

	/**
	 * A parameter that is a carried variable.
	 *
	 * @param variable the number of the variable
	 * @param slot the slot in which the parameter arrives
	 * @param type its type
	 */
	public record Parameter(int variable, int slot, Type type) {
	}

	/**
	 * A write of a pending result to a field.
	 *
	 * @param owner the internal name of the class that declares the field
	 * @param field the name of the field
	 * @param target the internal name of the class that code in another method needs to
	 * know of the written object
	 * @param line the source line
	 */
	public record Write(String owner, String field, String target, int line) {
	}

	/**
	 * An operand.
	 *
	 * @param type its type
	 * @param carried whether it arrives as an object that may be pending
	 */
	public record Operand(Type type, boolean carried) {
	}

	/**
	 * A store that may be made later.
	 *
	 * @param store the store
	 * @param operands its operands, the deepest first
	 */
	public record LaterStore(Store store, List<Operand> operands) {
	}

	/**
	 * A computation that may be made later.
	 *
	 * @param computation the computation
	 * @param operands its operands, the deepest first
	 */
	public record LaterComputation(Computation computation, List<Operand> operands) {
	}

	/**
	 * A region with woven code in it.
	 *
	 * @param region the region
	 * @param from the first of its sites
	 * @param to the site after the last of its sites
	 */
	public record ProtectedRegion(Region region, int from, int to) {
	}

	/**
	 * A normal way out of regions, on which their tasks are awaited.
	 *
	 * @param position the position of the last instruction inside, before weaving
	 * @param from that instruction
	 * @param to the label that is jumped to, or the label at the end of the region if
	 * control just goes on there
	 * @param jump whether it is a jump
	 * @param firstSite the first site to be awaited
	 * @param lastSite the site after the last one to be awaited
	 */
	public record Exit(int position, AbstractInsnNode from, LabelNode to, boolean jump, int firstSite, int lastSite) {
	}

}
