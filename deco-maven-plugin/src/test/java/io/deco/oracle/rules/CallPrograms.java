package io.deco.oracle.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

import static org.objectweb.asm.Opcodes.INVOKEDYNAMIC;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;

/**
 * The programs of all kinds of calls.
 */
final class CallPrograms {

	private static final String SUBJECTS = Type.getInternalName(Subjects.class);

	private static final String LIST = "java/util/List";

	private static final String EFFECT = "It may do what others observe.";

	private final List<RuleProgram> programs = new ArrayList<>();

	private String section = "";

	static List<RuleProgram> all() {
		CallPrograms all = new CallPrograms();
		all.addConcurrent();
		all.addOwn();
		all.addConstructors();
		all.addRecords();
		all.addReading();
		all.addStoring();
		all.addOtherPlatform();
		all.addDynamic();
		return all.programs;
	}

	private void add(String label, int opcode, String operands, String result, boolean marks, String why,
			Consumer<RuleCode> code) {
		this.programs.add(new RuleProgram(this.section, label, "", opcode, Operand.parse(operands),
				Type.getType(result), RuleProgram.OBJECT, marks, code, why));
	}

	/**
	 * A call whose operands are a receiver, if there is one, and its arguments.
	 */
	private void call(String label, int opcode, String owner, String method, String operands, String why) {
		int descriptor = method.indexOf('(');
		Type result = Type.getReturnType(method.substring(descriptor));
		boolean narrow = result.getSort() == Type.BOOLEAN || result.getSort() == Type.CHAR;
		add(label, opcode, operands, narrow ? "I" : result.getDescriptor(), false, why,
				(code) -> code.call(opcode, owner, method.substring(0, descriptor), method.substring(descriptor)));
	}

	/**
	 * A call whose result nobody looks at.
	 */
	private void discarded(String label, int opcode, String owner, String method, String operands, String why) {
		int descriptor = method.indexOf('(');
		add(label, opcode, operands, "V", false, why,
				(code) -> code.call(opcode, owner, method.substring(0, descriptor), method.substring(descriptor))
					.insn(Opcodes.POP));
	}

	private static String subject(String name) {
		return SUBJECTS + "$" + name;
	}

	private static String of(String operand, String owner) {
		return operand + ":L" + owner + "; ";
	}

	private static String receiver(String owner) {
		return of("receiver", owner);
	}

	private void addConcurrent() {
		this.section = "Calls of concurrent methods";
		String bean = subject("Bean");
		call("returns a value", INVOKEVIRTUAL, bean, "work(Ljava/lang/Object;)I",
				receiver(bean) + of("argument", "java/lang/Object"),
				"Which bean is called is needed to start the call; its task starts when its arguments are there, and holds no thread until then.");
		call("is void, and modifies its argument", INVOKEVIRTUAL, bean, "fill(Ljava/lang/Object;)V",
				receiver(bean) + of("argument", "java/lang/Object"),
				"Its task also starts after all pending calls that hold the argument.");
	}

	private void addOwn() {
		this.section = "Calls of other methods of the program";
		String point = subject("Point");
		call("virtual, with an effect", INVOKEVIRTUAL, point, "loud(I)I", receiver(point) + "argument:I", EFFECT);
		call("virtual, reads its receiver (a getter)", INVOKEVIRTUAL, point, "x()I", receiver(point),
				"Its byte code shows no effect, and that of all methods that override it.");
		call("virtual, reads what its receiver refers to", INVOKEVIRTUAL, point, "deep()I", receiver(point),
				"Its byte code shows no effect, but it may meet what a pending call modifies, or what a pending store is meant for.");
		call("virtual, changes its receiver (a setter)", INVOKEVIRTUAL, point, "x(I)V", receiver(point) + "argument:I",
				EFFECT);
		call("interface, that anything may implement", INVOKEINTERFACE, subject("Shape"), "area(I)I",
				receiver(subject("Shape")) + "argument:I", "Any class may implement it, a lambda too.");
		call("interface, sealed, all implementations without effect", INVOKEINTERFACE, subject("Sized"), "size()I",
				receiver(subject("Sized")), "Its byte code shows no effect, and nobody else may implement it.");
		call("static, with an effect", INVOKESTATIC, SUBJECTS, "effect(I)I", "argument:I", EFFECT);
		call("static, without effect", INVOKESTATIC, SUBJECTS, "twice(I)I", "argument:I",
				"Its byte code shows no effect.");
		call("static, of a class that is initialised with an effect", INVOKESTATIC, subject("Loud"), "twice(I)I",
				"argument:I", "The first call runs the initialiser.");
		call("static, @SideEffectFree", INVOKESTATIC, SUBJECTS, "promised(I)I", "argument:I",
				"The promise is trusted, but it may meet what a pending call modifies, or what a pending store is meant for.");
		call("static, @Pure of any package", INVOKESTATIC, SUBJECTS, "pure(I)I", "argument:I",
				"The promise is trusted, but it may meet what a pending call modifies, or what a pending store is meant for.");
		add("private, without effect", INVOKESPECIAL, receiver("rules/Self") + "argument:I", "I", false,
				"Its byte code shows no effect.", (code) -> code.call(INVOKESPECIAL, code.owner(), "secret", "(I)I"));
		call("of super, without effect", INVOKESPECIAL, subject("Parent"), "plain(I)I",
				receiver("rules/Self") + "argument:I", "Its byte code shows no effect.");
		call("of super, with an effect", INVOKESPECIAL, subject("Parent"), "loud(I)I",
				receiver("rules/Self") + "argument:I", EFFECT);
		call("functional interface of the JDK", INVOKEINTERFACE, "java/util/function/Supplier",
				"get()Ljava/lang/Object;", receiver("java/util/function/Supplier"), "Any code may be behind it.");
	}

	private void addConstructors() {
		this.section = "Constructors";
		make("without effect", subject("Point"), "I", "Its byte code shows no effect but on the new object.");
		make("with an effect", subject("LoudPoint"), "I", EFFECT);
		make("of a record", subject("Pair"), "Ljava/lang/Object;",
				"Its byte code shows no effect but on the new object.");
		make("of a collection of the JDK, empty", "java/util/ArrayList", "I", "Nobody else can see the new object.");
		make("of a collection of the JDK, a copy", "java/util/ArrayList", "Ljava/util/Collection;",
				"It calls methods of its argument, which may be of any class.");
		make("of an exception of the JDK", "java/lang/IllegalStateException", "Ljava/lang/String;",
				"Nobody else can see the new object.");
	}

	private void make(String label, String owner, String argument, String why) {
		Type type = Type.getType(argument.equals("Ljava/util/Collection;") ? "L" + LIST + ";" : argument);
		add(label, INVOKESPECIAL, "argument:" + type.getDescriptor(), "L" + owner + ";", true, why, (code) -> {
			int local = code.store(type);
			code.type(Opcodes.NEW, owner).insn(Opcodes.DUP).load(type, local).mark();
			code.call(INVOKESPECIAL, owner, "<init>", "(" + argument + ")V");
		});
	}

	private void addRecords() {
		this.section = "Methods of records, enums and objects";
		String deep = "It looks into objects of any class.";
		call("accessor of a record", INVOKEVIRTUAL, subject("Pair"), "first()Ljava/lang/Object;",
				receiver(subject("Pair")), "It only reads its receiver.");
		for (String name : List.of("Name", "Pair")) {
			String which = name.equals("Name") ? "with components that never change" : "with components of any class";
			String why = name.equals("Name") ? "The compiler made it, and it only reads what never changes." : deep;
			call("toString of a record " + which, INVOKEVIRTUAL, subject(name), "toString()Ljava/lang/String;",
					receiver(subject(name)), why);
			call("equals of a record " + which, INVOKEVIRTUAL, subject(name), "equals(Ljava/lang/Object;)Z",
					receiver(subject(name)) + of("other", subject(name)), why);
			call("hashCode of a record " + which, INVOKEVIRTUAL, subject(name), "hashCode()I", receiver(subject(name)),
					why);
		}
		call("ordinal, name of an enum", INVOKEVIRTUAL, subject("Colour"), "ordinal()I", receiver(subject("Colour")),
				"It reads what never changes.");
		discarded("hashCode of an object whose class shows which it is", INVOKEVIRTUAL, subject("Point"), "hashCode()I",
				receiver(subject("Point")), "No class that is known overrides the method of Object.");
		call("toString of an object of any class", INVOKEVIRTUAL, "java/lang/Object", "toString()Ljava/lang/String;",
				of("receiver", "java/lang/Object"), deep);
		call("equals of an object of any class", INVOKEVIRTUAL, "java/lang/Object", "equals(Ljava/lang/Object;)Z",
				of("receiver", "java/lang/Object") + of("other", "java/lang/Object"), deep);
		call("hashCode of an object of any class", INVOKEVIRTUAL, "java/lang/Object", "hashCode()I",
				of("receiver", "java/lang/Object"), deep);
		call("getClass", INVOKEVIRTUAL, "java/lang/Object", "getClass()Ljava/lang/Class;",
				of("receiver", "java/lang/Object"), "The class of an object never changes.");
		call("clone of an array", INVOKEVIRTUAL, "[I", "clone()Ljava/lang/Object;", "array:[I",
				"It reads the elements.");
	}

	private void addReading() {
		this.section = "Calls of the JDK that read or compute";
		String listed = "The table of the JDK says that it has no effect.";
		String later = "It depends on its operands alone, so it is computed when they are there.";
		String reviewed = "The table says that it has no effect on objects of the reviewed classes; the class is looked at when it runs.";
		call("Math.max (free, with immutable operands)", INVOKESTATIC, "java/lang/Math", "max(II)I", "left:I right:I",
				later);
		call("String.substring (free, with immutable operands)", INVOKEVIRTUAL, "java/lang/String",
				"substring(I)Ljava/lang/String;", receiver("java/lang/String") + "from:I", later);
		add("Integer.valueOf (boxing, right after the call)", INVOKESTATIC, "value:I", "Ljava/lang/Integer;", false,
				"Right after the call it becomes part of it.", (code) -> code.box(Type.INT_TYPE));
		add("Integer.intValue (unboxing, elsewhere)", INVOKEVIRTUAL, "value:Ljava/lang/Integer;", "I", true, later,
				(code) -> code.pass(Type.getType(Integer.class))
					.mark()
					.call(INVOKEVIRTUAL, "java/lang/Integer", "intValue", "()I"));
		call("BigDecimal.add (reviewed numbers)", INVOKEVIRTUAL, "java/math/BigDecimal",
				"add(Ljava/math/BigDecimal;)Ljava/math/BigDecimal;",
				receiver("java/math/BigDecimal") + of("argument", "java/math/BigDecimal"), later);
		call("Objects.requireNonNull (free)", INVOKESTATIC, "java/util/Objects",
				"requireNonNull(Ljava/lang/Object;)Ljava/lang/Object;", of("argument", "java/lang/Object"), listed);
		call("List.of, Optional.of (free)", INVOKESTATIC, LIST, "of(Ljava/lang/Object;)Ljava/util/List;",
				of("argument", "java/lang/Object"), listed);
		call("StringBuilder.length (free)", INVOKEVIRTUAL, "java/lang/StringBuilder", "length()I",
				receiver("java/lang/StringBuilder"), listed);
		call("List.size (reviewed)", INVOKEINTERFACE, LIST, "size()I", receiver(LIST), reviewed);
		call("List.get (reviewed)", INVOKEINTERFACE, LIST, "get(I)Ljava/lang/Object;", receiver(LIST) + "index:I",
				reviewed);
		call("Map.get with an immutable key (reviewed)", INVOKEINTERFACE, "java/util/Map",
				"get(Ljava/lang/Object;)Ljava/lang/Object;", receiver("java/util/Map") + of("key", "java/lang/String"),
				reviewed);
		call("Map.get with any key", INVOKEINTERFACE, "java/util/Map", "get(Ljava/lang/Object;)Ljava/lang/Object;",
				receiver("java/util/Map") + of("key", "java/lang/Object"), "It calls methods of the key.");
		call("Iterable.iterator, Map.entrySet, keySet, values (reviewed)", INVOKEINTERFACE, LIST,
				"iterator()Ljava/util/Iterator;", receiver(LIST), reviewed);
		add("Iterator.next on an iterator of its own (cursor)", INVOKEINTERFACE, "", "Ljava/lang/Object;", true,
				"Nobody but the loop sees the iterator move.", (code) -> {
					Type type = Type.getObjectType("java/util/Iterator");
					code.constant("only").call(INVOKESTATIC, LIST, "of", "(Ljava/lang/Object;)Ljava/util/List;");
					int own = code.call(INVOKEINTERFACE, LIST, "iterator", "()Ljava/util/Iterator;").store(type);
					code.load(type, own).mark();
					code.call(INVOKEINTERFACE, "java/util/Iterator", "next", "()Ljava/lang/Object;");
				});
		call("Iterator.next on any iterator", INVOKEINTERFACE, "java/util/Iterator", "next()Ljava/lang/Object;",
				receiver("java/util/Iterator"), "Others may hold the iterator, and see it move.");
		call("Logger.fine with immutable arguments", INVOKEVIRTUAL, "java/util/logging/Logger",
				"fine(Ljava/lang/String;)V", receiver("java/util/logging/Logger") + of("message", "java/lang/String"),
				"Logs of pending calls are in no order anyway.");
	}

	private void addStoring() {
		this.section = "Calls of the JDK that store";
		String stored = "It only stores its last argument; what is read later from the same object applies the queue first.";
		String looked = "What it returns depends on the object.";
		discarded("Collection.add, List.add", INVOKEINTERFACE, LIST, "add(Ljava/lang/Object;)Z",
				receiver(LIST) + of("element", "java/lang/Object"), stored);
		call("Collection.add, List.add, whose result is used", INVOKEINTERFACE, LIST, "add(Ljava/lang/Object;)Z",
				receiver(LIST) + of("element", "java/lang/Object"), looked);
		discarded("List.set", INVOKEINTERFACE, LIST, "set(ILjava/lang/Object;)Ljava/lang/Object;",
				receiver(LIST) + "index:I " + of("element", "java/lang/Object"), stored);
		discarded("Map.put", INVOKEINTERFACE, "java/util/Map",
				"put(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;",
				receiver("java/util/Map") + of("key", "java/lang/String") + of("value", "java/lang/Object"), stored);
		call("Map.put, whose result is used", INVOKEINTERFACE, "java/util/Map",
				"put(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;",
				receiver("java/util/Map") + of("key", "java/lang/String") + of("value", "java/lang/Object"), looked);
		call("StringBuilder.append of an immutable value", INVOKEVIRTUAL, "java/lang/StringBuilder",
				"append(Ljava/lang/String;)Ljava/lang/StringBuilder;",
				receiver("java/lang/StringBuilder") + of("text", "java/lang/String"), stored);
		call("StringBuilder.append of any object", INVOKEVIRTUAL, "java/lang/StringBuilder",
				"append(Ljava/lang/Object;)Ljava/lang/StringBuilder;",
				receiver("java/lang/StringBuilder") + of("object", "java/lang/Object"), "It calls its toString.");
	}

	private void addOtherPlatform() {
		this.section = "Other calls of the JDK";
		String unknown = "The table does not name it.";
		String deep = "It calls methods of objects of any class.";
		call("List.stream", INVOKEINTERFACE, LIST, "stream()Ljava/util/stream/Stream;", receiver(LIST), unknown);
		call("List.sort", INVOKEINTERFACE, LIST, "sort(Ljava/util/Comparator;)V",
				receiver(LIST) + of("comparator", "java/util/Comparator"), deep);
		call("List.contains with any object", INVOKEINTERFACE, LIST, "contains(Ljava/lang/Object;)Z",
				receiver(LIST) + of("element", "java/lang/Object"), deep);
		call("Objects.equals with any objects", INVOKESTATIC, "java/util/Objects",
				"equals(Ljava/lang/Object;Ljava/lang/Object;)Z",
				of("left", "java/lang/Object") + of("right", "java/lang/Object"), deep);
		call("Objects.equals with immutable objects", INVOKESTATIC, "java/util/Objects",
				"equals(Ljava/lang/Object;Ljava/lang/Object;)Z",
				of("left", "java/lang/String") + of("right", "java/lang/String"),
				"It depends on its operands alone, so it is computed when they are there.");
		call("String.valueOf of any object", INVOKESTATIC, "java/lang/String",
				"valueOf(Ljava/lang/Object;)Ljava/lang/String;", of("object", "java/lang/Object"), deep);
		call("String.format", INVOKESTATIC, "java/lang/String",
				"format(Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/String;",
				of("format", "java/lang/String") + "arguments:[Ljava/lang/Object;", deep);
		call("PrintStream.println", INVOKEVIRTUAL, "java/io/PrintStream", "println(I)V",
				receiver("java/io/PrintStream") + "text:I", EFFECT);
		call("Lock.lock", INVOKEINTERFACE, "java/util/concurrent/locks/Lock", "lock()V",
				receiver("java/util/concurrent/locks/Lock"),
				"Other threads see what happens before and in the lock; calls inside of it run in the caller.");
		call("MethodHandle.invokeExact", INVOKEVIRTUAL, "java/lang/invoke/MethodHandle", "invokeExact(I)I",
				receiver("java/lang/invoke/MethodHandle") + "argument:I", "Any code may be behind it.");
		call("VarHandle.set", INVOKEVIRTUAL, "java/lang/invoke/VarHandle", "set(I)V",
				receiver("java/lang/invoke/VarHandle") + "value:I", "Other threads may read the variable.");
		call("Method.invoke", INVOKEVIRTUAL, "java/lang/reflect/Method",
				"invoke(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;", receiver("java/lang/reflect/Method")
						+ of("target", "java/lang/Object") + "arguments:[Ljava/lang/Object;",
				"Any code may be behind it.");
	}

	private void addDynamic() {
		this.section = "invokedynamic";
		Handle lambdas = bootstrap("java/lang/invoke/LambdaMetafactory", "metafactory",
				"(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;");
		Type supplier = Type.getMethodType("()Ljava/lang/Object;");
		String captured = "The lambda needs the values that it captures; what it does, it does when it is called.";
		add("lambda", INVOKEDYNAMIC, "captured:I", "Ljava/util/function/Supplier;", false, captured, (code) -> code
			.visitor()
			.visitInvokeDynamicInsn("get", "(I)Ljava/util/function/Supplier;", lambdas, supplier,
					new Handle(Opcodes.H_INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false),
					supplier));
		add("method reference", INVOKEDYNAMIC, "receiver:Ljava/lang/Object;", "Ljava/util/function/Supplier;", false,
				captured,
				(code) -> code.visitor()
					.visitInvokeDynamicInsn("get", "(Ljava/lang/Object;)Ljava/util/function/Supplier;", lambdas,
							supplier, new Handle(Opcodes.H_INVOKEVIRTUAL, "java/lang/Object", "toString",
									"()Ljava/lang/String;", false),
							supplier));
		Handle strings = bootstrap("java/lang/invoke/StringConcatFactory", "makeConcatWithConstants",
				"(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;");
		concatenate("string concatenation of immutable values", strings, "text:Ljava/lang/String; number:J",
				"(Ljava/lang/String;J)Ljava/lang/String;",
				"It depends on its operands alone, so it is computed when they are there.");
		concatenate("string concatenation with any object", strings,
				"text:Ljava/lang/String; object:Ljava/lang/Object;",
				"(Ljava/lang/String;Ljava/lang/Object;)Ljava/lang/String;", "It calls the object's toString.");
		addGenerated();
		addSwitches();
		Handle other = bootstrap(SUBJECTS, "link",
				"(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;");
		add("any other", INVOKEDYNAMIC, "argument:I", "I", false, "Any code may be behind it.",
				(code) -> code.visitor().visitInvokeDynamicInsn("other", "(I)I", other));
	}

	private static Handle bootstrap(String owner, String name, String descriptor) {
		return new Handle(Opcodes.H_INVOKESTATIC, owner, name, descriptor, false);
	}

	private void concatenate(String label, Handle strings, String operands, String descriptor, String why) {
		add(label, INVOKEDYNAMIC, operands, "Ljava/lang/String;", false, why, (code) -> code.visitor()
			.visitInvokeDynamicInsn("makeConcatWithConstants", descriptor, strings, "\u0001 and \u0001"));
	}

	private void addGenerated() {
		Handle methods = bootstrap("java/lang/runtime/ObjectMethods", "bootstrap",
				"(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/TypeDescriptor;Ljava/lang/Class;Ljava/lang/String;[Ljava/lang/invoke/MethodHandle;)Ljava/lang/Object;");
		String pair = subject("Pair");
		Handle accessor = new Handle(Opcodes.H_INVOKEVIRTUAL, pair, "first", "()Ljava/lang/Object;", false);
		add("method of a record, in its class", INVOKEDYNAMIC, receiver(pair), "Ljava/lang/String;", false,
				"It looks into objects of any class.",
				(code) -> code.visitor()
					.visitInvokeDynamicInsn("toString", "(L" + pair + ";)Ljava/lang/String;", methods,
							Type.getObjectType(pair), "first", accessor));
	}

	private void addSwitches() {
		String descriptor = "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;";
		Handle types = bootstrap("java/lang/runtime/SwitchBootstraps", "typeSwitch", descriptor);
		add("pattern switch", INVOKEDYNAMIC, "value:Ljava/lang/Object; restart:I", "I", false,
				"What comes next depends on it.",
				(code) -> code.visitor()
					.visitInvokeDynamicInsn("typeSwitch", "(Ljava/lang/Object;I)I", types, Type.getType(String.class),
							Type.getType(List.class)));
		Handle constants = bootstrap("java/lang/runtime/SwitchBootstraps", "enumSwitch", descriptor);
		String colour = subject("Colour");
		add("pattern switch over an enum", INVOKEDYNAMIC, of("value", colour) + "restart:I", "I", false,
				"What comes next depends on it.", (code) -> code.visitor()
					.visitInvokeDynamicInsn("enumSwitch", "(L" + colour + ";I)I", constants, "RED", "GREEN"));
	}

}
