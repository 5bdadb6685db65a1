package io.deco.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.deco.analysis.MethodPlan;
import io.deco.analysis.classpath.Types;
import io.deco.analysis.flow.Region;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Makes the handlers of a method see the exceptions of sequential code.
 * <p>
 * Every exception in a region is caught first by a block of ours, which awaits what is
 * pending and asks the runtime for the exception that sequential code would have thrown.
 * If that came from within the region, it is thrown from a place that only the region's
 * own handlers protect; if it is the failure of a call from before the region, it is
 * thrown past them. Enclosing regions protect the whole block, so that the same happens
 * there. Normal ways out of a region await its tasks, still under its protection; for a
 * conditional jump this happens in a detour at the end of the method.
 */
final class RegionWeaver {

	private final MethodNode method;

	private final InsnList instructions;

	private final int scope;

	private final int thrown;

	private final List<MethodPlan.ProtectedRegion> regions;

	private final List<MethodPlan.Exit> exits;

	private final List<Range> detours = new ArrayList<>();

	private final Map<Region, Block> blocks = new HashMap<>();

	RegionWeaver(MethodPlan plan, int scope, int thrown) {
		this.method = plan.method();
		this.instructions = this.method.instructions;
		this.scope = scope;
		this.thrown = thrown;
		this.regions = plan.regions();
		this.exits = plan.exits();
	}

	static void awaitSites(Code code, int scope, int from, int to) {
		code.load(Code.SCOPE_TYPE, scope).number(from).number(to).runtime("awaitSites", "($II)V");
	}

	void weave() {
		this.exits.forEach(this::weaveExit);
		this.regions.forEach((region) -> this.blocks.put(region.region(), appendBlock(region)));
		List<TryCatchBlockNode> table = new ArrayList<>();
		for (TryCatchBlockNode entry : this.method.tryCatchBlocks) {
			MethodPlan.ProtectedRegion region = protectedBy(entry);
			if (region == null) {
				table.add(entry);
			}
			else if (region.region().entries().get(0) == entry) {
				addEntries(region.region(), table);
			}
		}
		this.method.tryCatchBlocks = table;
	}

	private MethodPlan.@Nullable ProtectedRegion protectedBy(TryCatchBlockNode entry) {
		return this.regions.stream()
			.filter((region) -> region.region().entries().contains(entry))
			.findFirst()
			.orElse(null);
	}

	private void weaveExit(MethodPlan.Exit exit) {
		Code code = new Code();
		awaitSites(code, this.scope, exit.firstSite(), exit.lastSite());
		if (!exit.jump()) {
			this.instructions.insertBefore(exit.to(), code.list());
		}
		else if (exit.from().getOpcode() == Opcodes.GOTO) {
			this.instructions.insertBefore(exit.from(), code.list());
		}
		else {
			LabelNode start = new LabelNode();
			LabelNode end = new LabelNode();
			code.list().insert(start);
			code.list().add(new JumpInsnNode(Opcodes.GOTO, exit.to()));
			code.list().add(end);
			this.instructions.add(code.list());
			redirect(exit.from(), exit.to(), start);
			this.detours.add(new Range(start, end, exit.position()));
		}
	}

	private static void redirect(AbstractInsnNode jump, LabelNode from, LabelNode to) {
		if (jump instanceof JumpInsnNode conditional) {
			conditional.label = to;
		}
		else if (jump instanceof TableSwitchInsnNode table) {
			table.labels.replaceAll((label) -> (label == from) ? to : label);
			table.dflt = (table.dflt == from) ? to : table.dflt;
		}
		else if (jump instanceof LookupSwitchInsnNode lookup) {
			lookup.labels.replaceAll((label) -> (label == from) ? to : label);
			lookup.dflt = (lookup.dflt == from) ? to : lookup.dflt;
		}
	}

	private Block appendBlock(MethodPlan.ProtectedRegion region) {
		Block block = new Block(new LabelNode(), new LabelNode(), new LabelNode(), new LabelNode());
		Code code = new Code();
		code.list().add(block.start());
		code.store(Types.OBJECT, this.thrown)
			.load(Code.SCOPE_TYPE, this.scope)
			.load(Types.OBJECT, this.thrown)
			.number(region.from())
			.number(region.to())
			.runtime("settle", "($Ljava/lang/Throwable;II)Ljava/lang/Throwable;")
			.store(Types.OBJECT, this.thrown)
			.load(Code.SCOPE_TYPE, this.scope)
			.number(region.from())
			.number(region.to())
			.runtime("escapes", "($II)Z");
		code.list().add(new JumpInsnNode(Opcodes.IFNE, block.past()));
		code.list().add(block.handled());
		code.load(Types.OBJECT, this.thrown).insn(Opcodes.ATHROW);
		code.list().add(block.past());
		code.load(Types.OBJECT, this.thrown).insn(Opcodes.ATHROW);
		code.list().add(block.end());
		this.instructions.add(code.list());
		return block;
	}

	private void addEntries(Region region, List<TryCatchBlockNode> table) {
		Block block = this.blocks.get(region);
		if (block == null) {
			throw new IllegalStateException("No block for region " + region);
		}
		table.add(new TryCatchBlockNode(region.start(), region.end(), block.start(), null));
		this.detours.stream()
			.filter((detour) -> region.contains(detour.source()))
			.forEach((detour) -> table.add(new TryCatchBlockNode(detour.start(), detour.end(), block.start(), null)));
		for (MethodPlan.ProtectedRegion inner : this.regions) {
			Block protectedBlock = this.blocks.get(inner.region());
			if (inner.region().equals(region) || protectedBlock == null) {
				break;
			}
			if (inner.region().isWithin(region)) {
				table.add(new TryCatchBlockNode(protectedBlock.start(), protectedBlock.end(), block.start(), null));
			}
		}
		region.entries()
			.forEach((entry) -> table
				.add(new TryCatchBlockNode(block.handled(), block.past(), entry.handler, entry.type)));
	}

	/**
	 * Code at the end of the method that stands for an instruction of a region.
	 */
	private record Range(LabelNode start, LabelNode end, int source) {
	}

	/**
	 * The block that catches all exceptions of a region first.
	 */
	private record Block(LabelNode start, LabelNode handled, LabelNode past, LabelNode end) {
	}

}
