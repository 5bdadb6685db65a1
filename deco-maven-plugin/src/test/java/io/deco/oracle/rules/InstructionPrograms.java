package io.deco.oracle.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.util.Printer;

/**
 * The programs of all instructions but the calls.
 */
final class InstructionPrograms {

	private static final String LIST = "Ljava/util/List;";

	private static final String SELF = RuleClass.SELF.getDescriptor();

	private static final String SUBJECTS = Type.getInternalName(Subjects.class);

	private static final String[] STACK_TYPES = { "I", "J", "F", "D", LIST };

	private static final String[] ELEMENTS = { "I", "J", "F", "D", LIST, "B", "C", "S" };

	private static final String KEPT = "Holding a value is not using it.";

	private static final String BRANCHES = "What comes next depends on it.";

	private final List<RuleProgram> programs = new ArrayList<>();

	static List<RuleProgram> all() {
		InstructionPrograms all = new InstructionPrograms();
		all.addConstants();
		all.addVariables();
		all.addArrays();
		all.addStackMoves();
		all.addOperators();
		all.addConversions();
		all.addBranches();
		all.addReturns();
		all.addFields();
		all.addObjects();
		return all.programs;
	}

	private void add(String section, int opcode, String variant, String operands, String result, String why,
			boolean marks, Consumer<RuleCode> code) {
		boolean returns = opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
		this.programs.add(new RuleProgram(section, Printer.OPCODES[opcode].toLowerCase(Locale.ROOT), variant, opcode,
				Operand.parse(operands), Type.getType(result), (returns) ? Type.getType(result) : RuleProgram.OBJECT,
				marks, code, why));
	}

	private void add(String section, int opcode, String operands, String result, String why) {
		add(section, opcode, "", operands, result, why, false, (code) -> code.insn(opcode));
	}

	private void addConstants() {
		String section = "Constants";
		String why = "A constant is known, and pushing it shows to nobody.";
		add(section, Opcodes.NOP, "", "V", "It does nothing.");
		add(section, Opcodes.ACONST_NULL, "", LIST, why);
		for (int opcode = Opcodes.ICONST_M1; opcode <= Opcodes.DCONST_1; opcode++) {
			String type = (opcode <= Opcodes.ICONST_5) ? "I"
					: (opcode <= Opcodes.LCONST_1) ? "J" : (opcode <= Opcodes.FCONST_2) ? "F" : "D";
			add(section, opcode, "", type, why);
		}
		add(section, Opcodes.BIPUSH, "", "", "I", why, false,
				(code) -> code.visitor().visitIntInsn(Opcodes.BIPUSH, 100));
		add(section, Opcodes.SIPUSH, "", "", "I", why, false,
				(code) -> code.visitor().visitIntInsn(Opcodes.SIPUSH, 1000));
		add(section, Opcodes.LDC, "", "", "Ljava/lang/String;", why, false, (code) -> code.constant("text"));
		Handle bootstrap = new Handle(Opcodes.H_INVOKESTATIC, SUBJECTS, "constant",
				"(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/Object;",
				false);
		add(section, Opcodes.LDC, "a dynamic constant", "", "Ljava/lang/Object;",
				"Code of the program computes it when it is first used.", false,
				(code) -> code.constant(new ConstantDynamic("name", "Ljava/lang/Object;", bootstrap)));
	}

	private void addVariables() {
		String section = "Local variables";
		for (int i = 0; i < STACK_TYPES.length; i++) {
			Type type = Type.getType(STACK_TYPES[i]);
			add(section, Opcodes.ILOAD + i, "", "value:" + STACK_TYPES[i], STACK_TYPES[i], KEPT, true, (code) -> {
				int local = code.store(type);
				code.mark().load(type, local);
			});
		}
		for (int i = 0; i < STACK_TYPES.length; i++) {
			Type type = Type.getType(STACK_TYPES[i]);
			add(section, Opcodes.ISTORE + i, "", "value:" + STACK_TYPES[i], STACK_TYPES[i], KEPT, false,
					(code) -> code.pass(type));
		}
		add(section, Opcodes.IINC, "", "variable:I", "I",
				"The compiler uses it for counters, which are compared in the next loop at the latest.", true,
				(code) -> {
					int local = code.store(Type.INT_TYPE);
					code.mark().visitor().visitIincInsn(local, 3);
					code.load(Type.INT_TYPE, local);
				});
	}

	private void addArrays() {
		String section = "Arrays";
		for (int i = 0; i < ELEMENTS.length; i++) {
			add(section, Opcodes.IALOAD + i, "array:[" + ELEMENTS[i] + " index:I", stackType(ELEMENTS[i]),
					"Which element it is depends on both; the array may be one that a call modifies or a store is meant for.");
		}
		for (int i = 0; i < ELEMENTS.length; i++) {
			add(section, Opcodes.IASTORE + i, "array:[" + ELEMENTS[i] + " index:I value:" + stackType(ELEMENTS[i]), "V",
					"Whoever reads the array applies the stores that are queued on it.");
		}
		for (int i = 0; i < ELEMENTS.length; i++) {
			int opcode = Opcodes.IASTORE + i;
			Type element = Type.getType(stackType(ELEMENTS[i]));
			String array = "[" + ELEMENTS[i];
			add(section, opcode, "to an array of its own", "value:" + stackType(ELEMENTS[i]), "Ljava/lang/Object;",
					"Nobody else can see an array that the method made and gave to nobody.", true, (code) -> {
						int value = code.store(element);
						code.push(2);
						newArray(code, array);
						int own = code.store(Type.getType(array));
						code.load(Type.getType(array), own).push(1).load(element, value).mark().insn(opcode);
						code.end().load(Type.getType(array), own);
					});
		}
		add(section, Opcodes.ARRAYLENGTH, "array:[I", "I", "The length belongs to the value.");
		add(section, Opcodes.NEWARRAY, "", "length:I", "[I", "The length is needed to make it; nobody else sees it.",
				false, (code) -> newArray(code, "[I"));
		add(section, Opcodes.ANEWARRAY, "", "length:I", "[" + LIST,
				"The length is needed to make it; nobody else sees it.", false, (code) -> newArray(code, "[" + LIST));
		add(section, Opcodes.MULTIANEWARRAY, "", "length:I length:I", "[[I",
				"The length is needed to make it; nobody else sees it.", false,
				(code) -> code.visitor().visitMultiANewArrayInsn("[[I", 2));
	}

	private static void newArray(RuleCode code, String array) {
		Type element = Type.getType(array.substring(1));
		switch (element.getSort()) {
			case Type.OBJECT -> code.type(Opcodes.ANEWARRAY, element.getInternalName());
			case Type.INT -> code.visitor().visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_INT);
			case Type.LONG -> code.visitor().visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_LONG);
			case Type.FLOAT -> code.visitor().visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_FLOAT);
			case Type.DOUBLE -> code.visitor().visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_DOUBLE);
			case Type.BYTE -> code.visitor().visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_BYTE);
			case Type.CHAR -> code.visitor().visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_CHAR);
			default -> code.visitor().visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_SHORT);
		}
	}

	private static String stackType(String element) {
		return "BCS".contains(element) ? "I" : element;
	}

	private void addStackMoves() {
		String section = "Moves within the stack";
		String wide = "A pending long takes one slot, which this form cannot express.";
		move(section, Opcodes.POP, "", "value:I", "A result that nobody wants need not be waited for.");
		move(section, Opcodes.POP2, "a long or double", "value:J",
				"A result that nobody wants need not be waited for.");
		move(section, Opcodes.POP2, "two values", "lower:I upper:I",
				"A result that nobody wants need not be waited for.");
		move(section, Opcodes.DUP, "", "value:I", KEPT);
		move(section, Opcodes.DUP_X1, "", "lower:I upper:I", KEPT);
		move(section, Opcodes.DUP_X2, "over two values", "lowest:I lower:I upper:I", KEPT);
		move(section, Opcodes.DUP_X2, "over a long or double", "lower:J upper:I", wide);
		move(section, Opcodes.DUP2, "a long or double", "value:J", KEPT);
		move(section, Opcodes.DUP2, "two values", "lower:I upper:I", KEPT);
		move(section, Opcodes.DUP2_X1, "two values", "lowest:I lower:I upper:I", KEPT);
		move(section, Opcodes.DUP2_X1, "a long or double", "lower:I upper:J", wide);
		move(section, Opcodes.DUP2_X2, "two values over two", "third:I second:I lower:I upper:I", KEPT);
		move(section, Opcodes.DUP2_X2, "two values over a long or double", "third:J lower:I upper:I", wide);
		move(section, Opcodes.DUP2_X2, "a long or double over two values", "second:I lower:I upper:J", wide);
		move(section, Opcodes.DUP2_X2, "a long or double over another", "lower:J upper:J", wide);
		move(section, Opcodes.SWAP, "", "lower:I upper:I", KEPT);
	}

	/**
	 * Afterwards all values are stored in variables, and combined to a result.
	 */
	private void move(String section, int opcode, String variant, String operands, String why) {
		List<Operand> before = Operand.parse(operands);
		List<Type> after = MovedTypes.after(opcode, before.stream().map(Operand::type).toList());
		add(section, opcode, variant, operands, "J", why, false, (code) -> {
			code.insn(opcode).end();
			List<Integer> locals = new ArrayList<>();
			List<Type> types = new ArrayList<>(after);
			Collections.reverse(types);
			types.forEach((type) -> locals.add(code.store(type)));
			code.insn(Opcodes.LCONST_1);
			for (int i = 0; i < types.size(); i++) {
				code.constant(10L).insn(Opcodes.LMUL).load(types.get(i), locals.get(i));
				if (types.get(i).getSort() == Type.INT) {
					code.insn(Opcodes.I2L);
				}
				code.insn(Opcodes.LADD);
			}
		});
	}

	private void addOperators() {
		String section = "Operators";
		String why = "It depends on its operands alone, so it is computed when they are there, unless its result is used before.";
		String[] types = { "I", "J", "F", "D" };
		for (int opcode = Opcodes.IADD; opcode <= Opcodes.DREM; opcode++) {
			String type = types[(opcode - Opcodes.IADD) % 4];
			add(section, opcode, "left:" + type + " right:" + type, type, why);
		}
		for (int opcode = Opcodes.INEG; opcode <= Opcodes.DNEG; opcode++) {
			String type = types[opcode - Opcodes.INEG];
			add(section, opcode, "value:" + type, type, why);
		}
		for (int opcode = Opcodes.ISHL; opcode <= Opcodes.LUSHR; opcode++) {
			String type = types[(opcode - Opcodes.ISHL) % 2];
			add(section, opcode, "left:" + type + " right:I", type, why);
		}
		for (int opcode = Opcodes.IAND; opcode <= Opcodes.LXOR; opcode++) {
			String type = types[(opcode - Opcodes.IAND) % 2];
			add(section, opcode, "left:" + type + " right:" + type, type, why);
		}
		String[] compared = { "J", "F", "F", "D", "D" };
		for (int opcode = Opcodes.LCMP; opcode <= Opcodes.DCMPG; opcode++) {
			String type = compared[opcode - Opcodes.LCMP];
			add(section, opcode, "left:" + type + " right:" + type, "I", why);
		}
		add(section, Opcodes.IADD, "whose result is used at once", "left:I right:I", "I",
				"Nothing would be gained by computing later what is needed now.", false,
				(code) -> code.insn(Opcodes.IADD).end().branch(Opcodes.IFEQ));
	}

	private void addConversions() {
		String section = "Conversions and casts";
		String folded = "Right after the call it becomes part of it, and fails where the call would.";
		String later = "It depends on its operand alone, so it is made when that is there.";
		String from = "IIILLLFFFDDD";
		String to = "JFDIFDIJDIJF";
		for (int i = 0; i < 15; i++) {
			String source = (i < 12) ? from.substring(i, i + 1).replace('L', 'J') : "I";
			String target = (i < 12) ? to.substring(i, i + 1) : "I";
			int opcode = Opcodes.I2L + i;
			add(section, opcode, "right after the call", "value:" + source, target, folded, false,
					(code) -> code.insn(opcode));
		}
		add(section, Opcodes.CHECKCAST, "right after the call", "value:Ljava/lang/Object;", LIST, folded, false,
				(code) -> code.type(Opcodes.CHECKCAST, "java/util/List"));
		for (int i = 0; i < 15; i++) {
			String source = (i < 12) ? from.substring(i, i + 1).replace('L', 'J') : "I";
			String target = (i < 12) ? to.substring(i, i + 1) : "I";
			int opcode = Opcodes.I2L + i;
			add(section, opcode, "elsewhere", "value:" + source, target, later, true,
					(code) -> code.pass(Type.getType(source)).mark().insn(opcode));
		}
		add(section, Opcodes.CHECKCAST, "elsewhere", "value:Ljava/lang/Object;", LIST, later, true,
				(code) -> code.pass(RuleProgram.OBJECT).mark().type(Opcodes.CHECKCAST, "java/util/List"));
		add(section, Opcodes.INSTANCEOF, "", "value:Ljava/lang/Object;", "I",
				"The answer depends on the object, and mostly decides what comes next.", false,
				(code) -> code.type(Opcodes.INSTANCEOF, "java/util/List"));
	}

	private void addBranches() {
		String section = "Branches";
		for (int opcode = Opcodes.IFEQ; opcode <= Opcodes.IF_ACMPNE; opcode++) {
			int branch = opcode;
			String operands = (opcode <= Opcodes.IFLE) ? "value:I" : (opcode <= Opcodes.IF_ICMPLE) ? "left:I right:I"
					: "left:Ljava/lang/Object; right:Ljava/lang/Object;";
			add(section, opcode, "", operands, "I", BRANCHES, false, (code) -> code.branch(branch));
		}
		for (int opcode : new int[] { Opcodes.IFNULL, Opcodes.IFNONNULL }) {
			add(section, opcode, "", "value:Ljava/lang/Object;", "I", BRANCHES, false, (code) -> code.branch(opcode));
		}
		add(section, Opcodes.TABLESWITCH, "", "value:I", "I", BRANCHES, false,
				(code) -> choose(code, (labels) -> code.visitor().visitTableSwitchInsn(1, 1, labels[0], labels[1])));
		add(section, Opcodes.LOOKUPSWITCH, "", "value:I", "I", BRANCHES, false,
				(code) -> choose(code, (labels) -> code.visitor()
					.visitLookupSwitchInsn(labels[0], new int[] { 1 }, new Label[] { labels[1] })));
		add(section, Opcodes.GOTO, "", "", "V", "It goes to the same place whatever is pending.", false, (code) -> {
			Label label = new Label();
			code.visitor().visitJumpInsn(Opcodes.GOTO, label);
			code.visitor().visitLabel(label);
		});
		String old = "Class files with subroutines are older than Java 8; such a class stays as it was, and runs sequentially.";
		add(section, Opcodes.JSR, "", "", "V", old, false, (code) -> callSubroutine(code, false));
		add(section, Opcodes.RET, "", "", "V", old, true, (code) -> callSubroutine(code, true));
	}

	private static void choose(RuleCode code, Consumer<Label[]> instruction) {
		Label[] labels = { new Label(), new Label() };
		Label end = new Label();
		instruction.accept(labels);
		code.visitor().visitLabel(labels[0]);
		code.end().push(1);
		code.visitor().visitJumpInsn(Opcodes.GOTO, end);
		code.visitor().visitLabel(labels[1]);
		code.push(2);
		code.visitor().visitLabel(end);
	}

	private static void callSubroutine(RuleCode code, boolean marksReturn) {
		Label subroutine = new Label();
		Label end = new Label();
		int address = code.local(RuleProgram.OBJECT);
		code.visitor().visitJumpInsn(Opcodes.JSR, subroutine);
		code.visitor().visitJumpInsn(Opcodes.GOTO, end);
		code.visitor().visitLabel(subroutine);
		code.visitor().visitVarInsn(Opcodes.ASTORE, address);
		if (marksReturn) {
			code.mark();
		}
		code.visitor().visitVarInsn(Opcodes.RET, address);
		code.visitor().visitLabel(end);
	}

	private void addReturns() {
		String section = "Returns and throws";
		String why = "The caller gets the value, and nothing outlives the method.";
		for (int i = 0; i < STACK_TYPES.length; i++) {
			add(section, Opcodes.IRETURN + i, "value:" + STACK_TYPES[i], STACK_TYPES[i], why);
		}
		add(section, Opcodes.RETURN, "", "V", "Nothing outlives the method.");
		add(section, Opcodes.ATHROW, "exception:Ljava/lang/RuntimeException;", "V",
				"On its way out of the method or into a handler, all that is pending is awaited, and an earlier failure goes first.");
	}

	private void addFields() {
		String section = "Fields";
		String shared = "Others may read it.";
		add(section, Opcodes.GETSTATIC, "", "", "I",
				"A pending write to the field is applied before the read, which AspectJ weaves into every reader of the module.",
				false, (code) -> code.field(Opcodes.GETSTATIC, code.owner(), "shared", "I"));
		add(section, Opcodes.GETSTATIC, "of a class that is initialised with an effect", "", "I",
				"The first access runs the initialiser.", false,
				(code) -> code.field(Opcodes.GETSTATIC, SUBJECTS + "$Loud", "number", "I"));
		add(section, Opcodes.PUTSTATIC, "", "value:I", "V",
				"All reads of the field wait; a value that is there is written when all before it is.", false,
				(code) -> code.field(Opcodes.PUTSTATIC, code.owner(), "shared", "I"));
		add(section, Opcodes.PUTSTATIC, "of another class", "value:I", "V", "The write may initialise the class.",
				false, (code) -> code.field(Opcodes.PUTSTATIC, SUBJECTS, "number", "I"));
		add(section, Opcodes.GETFIELD, "", "object:" + SELF, "I",
				"A pending write to the field is applied before the read, which AspectJ weaves into every reader of the module.",
				false, (code) -> code.field(Opcodes.GETFIELD, code.owner(), "number", "I"));
		add(section, Opcodes.GETFIELD, "volatile", "object:" + SELF, "I",
				"What another thread has done before it wrote the field must be seen.", false,
				(code) -> code.field(Opcodes.GETFIELD, code.owner(), "watched", "I"));
		add(section, Opcodes.PUTFIELD, "", "object:" + SELF + " value:I", "V",
				"All reads of the field wait; a value that is there is written when all before it is.", false,
				(code) -> code.field(Opcodes.PUTFIELD, code.owner(), "number", "I"));
		add(section, Opcodes.PUTFIELD, "volatile", "object:" + SELF + " value:I", "V", shared, false,
				(code) -> code.field(Opcodes.PUTFIELD, code.owner(), "watched", "I"));
		add(section, Opcodes.PUTFIELD, "of a class outside the module", "object:L" + SUBJECTS + "$Point; value:I", "V",
				"Readers elsewhere would not wait.", false,
				(code) -> code.field(Opcodes.PUTFIELD, SUBJECTS + "$Point", "x", "I"));
		add(section, Opcodes.PUTFIELD, "of an object of its own", "value:I", "I",
				"Nobody else can see an object that the method made and gave to nobody.", true, (code) -> {
					int value = code.store(Type.INT_TYPE);
					Type self = Type.getObjectType(code.owner());
					int own = code.make(code.owner()).store(self);
					code.load(self, own).load(Type.INT_TYPE, value);
					code.mark().field(Opcodes.PUTFIELD, code.owner(), "number", "I").end();
					code.load(self, own).field(Opcodes.GETFIELD, code.owner(), "number", "I");
				});
	}

	private void addObjects() {
		String section = "Objects and monitors";
		add(section, Opcodes.NEW, "", "", "Ljava/lang/Object;",
				"A new object shows to nobody; see the constructor for what it does.", false,
				(code) -> code.make("java/lang/Object"));
		add(section, Opcodes.NEW, "of a class that is initialised with an effect", "", "Ljava/lang/Object;",
				"The first object runs the initialiser.", false, (code) -> code.make(SUBJECTS + "$LoudObject"));
		add(section, Opcodes.MONITORENTER, "", "object:Ljava/lang/Object;", "V",
				"Other threads see what happens before and in the lock; calls inside of it run in the caller.", true,
				(code) -> lock(code, true));
		add(section, Opcodes.MONITOREXIT, "", "object:Ljava/lang/Object;", "V",
				"All was awaited when the monitor was entered, and calls inside of it run in the caller.", true,
				(code) -> lock(code, false));
	}

	private static void lock(RuleCode code, boolean enter) {
		int object = code.store(RuleProgram.OBJECT);
		code.load(RuleProgram.OBJECT, object);
		if (enter) {
			code.mark();
		}
		code.insn(Opcodes.MONITORENTER).end().load(RuleProgram.OBJECT, object);
		if (!enter) {
			code.mark();
		}
		code.insn(Opcodes.MONITOREXIT);
	}

}
