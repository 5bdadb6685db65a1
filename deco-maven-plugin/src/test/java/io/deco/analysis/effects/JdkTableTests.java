package io.deco.analysis.effects;

import java.nio.file.Path;
import java.util.List;

import io.deco.analysis.Sources;
import io.deco.analysis.classpath.ClassIndex.DeclaredMethod;
import io.deco.analysis.classpath.ClassIndex;
import io.deco.analysis.effects.Effects.Effect.Kind;
import io.deco.analysis.effects.JdkTable.Line;
import io.deco.analysis.effects.JdkTable.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JdkTable} and what {@link Effects} makes of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdkTableTests {

	private static final Type STRING = Type.getType(String.class);

	private static final Type OBJECT = Type.getType(Object.class);

	private ClassIndex index;

	private Effects effects;

	@BeforeAll
	void open(@TempDir Path folder) {
		this.index = Sources.index(folder,
				"""
						package a; record Key(String s) { } record Ordered(int i) implements Comparable<Ordered> {
						public int compareTo(Ordered o) { return 0; } }
						record Text(String s) implements CharSequence { public int length() { return 0; }
						public char charAt(int i) { return 0; } public CharSequence subSequence(int a, int b) { return s; } }""");
		this.effects = new Effects(this.index);
	}

	@AfterAll
	void close() {
		this.index.close();
	}

	@Test
	void namesOnlyWhatTheRunningJdkHas() {
		assertThat(JdkTable.load().lines()).isNotEmpty().allSatisfy((line) -> {
			ClassNode type = this.index.find(line.owner());
			assertThat(type).as(line.owner()).isNotNull();
			assertThat(this.index.isPlatform(line.owner())).isTrue();
			assertThat(methods(line)).as(line.owner() + ' ' + line.method()).isNotEmpty();
		});
	}

	@Test
	void callsFreeOnlyWhatNobodyOverrides() {
		for (Line line : JdkTable.load().lines()) {
			if (line.rule() == Rule.FREE) {
				ClassNode type = this.index.find(line.owner());
				boolean isFinal = type != null && (type.access & Opcodes.ACC_FINAL) != 0;
				assertThat(methods(line))
					.allMatch(
							(method) -> isFinal || method.name.equals("<init>") || !line.coversArguments()
									|| (method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_FINAL)) != 0,
							line.toString());
				assertThat(isFinal || !line.method().equals("*")).as(line.toString()).isTrue();
			}
		}
	}

	@Test
	void givesReasonForEveryLine() {
		assertThat(JdkTable.load().lines()).allSatisfy((line) -> assertThat(line.reason()).isNotBlank());
	}

	private List<MethodNode> methods(Line line) {
		ClassNode type = this.index.find(line.owner());
		return (type == null) ? List.of()
				: type.methods.stream()
					.filter((method) -> line.method().equals("*") || line.method().equals(method.name)
							|| line.method().equals(method.name + method.desc))
					.toList();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ', textBlock = """
			java/lang/String length ()I SHALLOW
			java/lang/String substring (II)Ljava/lang/String; SHALLOW
			java/lang/String equals (Ljava/lang/Object;)Z SHALLOW
			java/lang/String getBytes ()[B SHALLOW
			java/lang/Integer valueOf (I)Ljava/lang/Integer; SHALLOW
			java/lang/Integer compareTo (Ljava/lang/Integer;)I SHALLOW
			java/lang/Math max (II)I SHALLOW
			java/time/LocalDate plusDays (J)Ljava/time/LocalDate; SHALLOW
			java/util/Optional get ()Ljava/lang/Object; SHALLOW
			java/util/List of (Ljava/lang/Object;)Ljava/util/List; SHALLOW
			java/util/ArrayList <init> ()V SHALLOW
			java/lang/Enum ordinal ()I SHALLOW
			java/lang/StringBuilder toString ()Ljava/lang/String; SHALLOW
			java/util/List size ()I REVIEWED
			java/util/ArrayList size ()I REVIEWED
			java/util/ArrayList get (I)Ljava/lang/Object; REVIEWED
			java/util/List iterator ()Ljava/util/Iterator; REVIEWED
			java/util/Iterator next ()Ljava/lang/Object; REVIEWED
			java/util/HashMap entrySet ()Ljava/util/Set; REVIEWED
			java/math/BigDecimal add (Ljava/math/BigDecimal;)Ljava/math/BigDecimal; REVIEWED
			java/util/Map get (Ljava/lang/Object;)Ljava/lang/Object; OBSERVABLE
			java/util/List contains (Ljava/lang/Object;)Z OBSERVABLE
			java/util/List add (Ljava/lang/Object;)Z OBSERVABLE
			java/util/ArrayList add (Ljava/lang/Object;)Z OBSERVABLE
			java/lang/StringBuilder append (I)Ljava/lang/StringBuilder; OBSERVABLE
			java/lang/String format (Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/String; OBSERVABLE
			java/lang/String valueOf (Ljava/lang/Object;)Ljava/lang/String; OBSERVABLE
			java/lang/String contains (Ljava/lang/CharSequence;)Z OBSERVABLE
			java/lang/Math random ()D OBSERVABLE
			java/time/Instant now ()Ljava/time/Instant; OBSERVABLE
			java/util/UUID randomUUID ()Ljava/util/UUID; OBSERVABLE
			java/lang/Integer getInteger (Ljava/lang/String;)Ljava/lang/Integer; OBSERVABLE
			java/util/Optional map (Ljava/util/function/Function;)Ljava/util/Optional; OBSERVABLE
			java/lang/Object toString ()Ljava/lang/String; OBSERVABLE
			java/lang/Object equals (Ljava/lang/Object;)Z OBSERVABLE
			java/lang/Object hashCode ()I OBSERVABLE
			java/util/concurrent/locks/Lock lock ()V OBSERVABLE
			java/util/List stream ()Ljava/util/stream/Stream; OBSERVABLE""")
	void decidesByDeclaredTypes(String owner, String name, String descriptor, Kind kind) {
		DeclaredMethod method = this.index.resolveMethod(owner, name, descriptor);
		assertThat(method).isNotNull();
		boolean isStatic = method != null && (method.method().access & Opcodes.ACC_STATIC) != 0;
		int opcode = isStatic ? Opcodes.INVOKESTATIC
				: name.equals("<init>") ? Opcodes.INVOKESPECIAL : Opcodes.INVOKEVIRTUAL;
		assertThat(this.effects.ofCall(opcode, owner, name, descriptor).kind()).isEqualTo(kind);
	}

	@Test
	void looksAtTypesOfArguments() {
		assertThat(map("containsKey", STRING)).isEqualTo(Kind.REVIEWED);
		assertThat(map("containsKey", Type.getType(Integer.class))).isEqualTo(Kind.REVIEWED);
		assertThat(map("containsKey", Type.getObjectType("a/Key"))).isEqualTo(Kind.REVIEWED);
		assertThat(map("containsKey", Type.getObjectType("a/Ordered"))).as("compareTo of the user")
			.isEqualTo(Kind.OBSERVABLE);
		assertThat(map("containsKey", Type.getType(List.class))).isEqualTo(Kind.OBSERVABLE);
		assertThat(map("containsKey", OBJECT)).isEqualTo(Kind.OBSERVABLE);
		assertThat(contains(STRING)).isEqualTo(Kind.SHALLOW);
		assertThat(contains(Type.getObjectType("a/Text"))).as("charAt of the user").isEqualTo(Kind.OBSERVABLE);
	}

	private Kind map(String method, Type key) {
		return this.effects
			.ofCall(Opcodes.INVOKEINTERFACE, "java/util/Map", method, "(Ljava/lang/Object;)Z", List.of(key))
			.kind();
	}

	private Kind contains(Type text) {
		return this.effects
			.ofCall(Opcodes.INVOKEVIRTUAL, "java/lang/String", "contains", "(Ljava/lang/CharSequence;)Z", List.of(text))
			.kind();
	}

	@Test
	void tellsIteratorsThatMoveOn() {
		assertThat(this.effects.movesReceiver("java/util/Iterator", "next", "()Ljava/lang/Object;")).isTrue();
		assertThat(this.effects.movesReceiver("java/util/ListIterator", "next", "()Ljava/lang/Object;")).isTrue();
		assertThat(this.effects.movesReceiver("java/util/Iterator", "hasNext", "()Z")).isFalse();
	}

	@Test
	void letsLogsPassUnlessTheyFormatObjects() {
		String info = "(Ljava/lang/String;Ljava/lang/Object;)V";
		assertThat(log("java/lang/System$Logger", "isLoggable", "(Ljava/lang/System$Logger$Level;)Z",
				Type.getType(System.Logger.Level.class)))
			.isEqualTo(Kind.SHALLOW);
		assertThat(log("org/slf4j/Logger", "info", "(Ljava/lang/String;)V", STRING)).isEqualTo(Kind.SHALLOW);
		assertThat(log("org/slf4j/Logger", "info", info, STRING, STRING)).isEqualTo(Kind.SHALLOW);
		assertThat(log("org/slf4j/Logger", "info", info, STRING, Type.getType(Long.class))).isEqualTo(Kind.SHALLOW);
		assertThat(log("org/slf4j/Logger", "info", info, STRING, OBJECT)).isEqualTo(Kind.OBSERVABLE);
		assertThat(log("org/slf4j/Logger", "error", "(Ljava/lang/String;Ljava/lang/Throwable;)V", STRING,
				Type.getType(Throwable.class)))
			.isEqualTo(Kind.OBSERVABLE);
		assertThat(log("org/slf4j/Logger", "isDebugEnabled", "()Z")).isEqualTo(Kind.SHALLOW);
		assertThat(log("java/util/logging/Logger", "fine", "(Ljava/lang/String;)V", STRING)).isEqualTo(Kind.SHALLOW);
		assertThat(log("java/util/logging/Logger", "fine", "(Ljava/util/function/Supplier;)V",
				Type.getObjectType("java/util/function/Supplier")))
			.isEqualTo(Kind.OBSERVABLE);
		assertThat(log("java/util/logging/Logger", "addHandler", "(Ljava/util/logging/Handler;)V",
				Type.getObjectType("java/util/logging/Handler")))
			.isEqualTo(Kind.OBSERVABLE);
		assertThat(this.effects.ofInitialisation("org/slf4j/LoggerFactory", "a/Key").kind()).isEqualTo(Kind.SHALLOW);
	}

	private Kind log(String owner, String name, String descriptor, Type... arguments) {
		return this.effects.ofCall(Opcodes.INVOKEINTERFACE, owner, name, descriptor, List.of(arguments)).kind();
	}

}
