package io.deco.analysis.classpath;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Reads annotations of every retention, by descriptor.
 */
public final class Annotations {

	/** Accepts {@code @Concurrent}. */
	public static final Predicate<String> CONCURRENT = "Lio/deco/Concurrent;"::equals;

	/** Accepts {@code @Synchronized}. */
	public static final Predicate<String> SYNCHRONIZED = "Lio/deco/Synchronized;"::equals;

	/** Accepts {@code @Modifies}. */
	public static final Predicate<String> MODIFIES = "Lio/deco/Modifies;"::equals;

	/** Accepts {@code @ReadOnly}. */
	public static final Predicate<String> READ_ONLY = "Lio/deco/ReadOnly;"::equals;

	private Annotations() {
	}

	/**
	 * The descriptors of the annotations of a class.
	 */
	public static List<String> of(ClassNode type) {
		return descriptors(type.visibleAnnotations, type.invisibleAnnotations);
	}

	/**
	 * The descriptors of the annotations of a method.
	 */
	public static List<String> of(MethodNode method) {
		return descriptors(method.visibleAnnotations, method.invisibleAnnotations);
	}

	/**
	 * The descriptors of the annotations of a field.
	 */
	public static List<String> of(FieldNode field) {
		return descriptors(field.visibleAnnotations, field.invisibleAnnotations);
	}

	static List<String> ofParameter(MethodNode method, int parameter) {
		List<String> descriptors = new ArrayList<>();
		if (method.visibleParameterAnnotations != null && parameter < method.visibleParameterAnnotations.length) {
			descriptors.addAll(descriptors(method.visibleParameterAnnotations[parameter], null));
		}
		if (method.invisibleParameterAnnotations != null && parameter < method.invisibleParameterAnnotations.length) {
			descriptors.addAll(descriptors(method.invisibleParameterAnnotations[parameter], null));
		}
		return descriptors;
	}

	private static List<String> descriptors(@Nullable List<AnnotationNode> visible,
			@Nullable List<AnnotationNode> invisible) {
		List<String> descriptors = new ArrayList<>();
		if (visible != null) {
			visible.forEach((annotation) -> descriptors.add(annotation.desc));
		}
		if (invisible != null) {
			invisible.forEach((annotation) -> descriptors.add(annotation.desc));
		}
		return descriptors;
	}

	/**
	 * Whether a class is annotated.
	 */
	public static boolean has(ClassNode type, Predicate<String> annotation) {
		return of(type).stream().anyMatch(annotation);
	}

	/**
	 * Whether a method is annotated.
	 */
	public static boolean has(MethodNode method, Predicate<String> annotation) {
		return of(method).stream().anyMatch(annotation);
	}

	/**
	 * Whether a parameter, or the method on behalf of all its parameters, is annotated.
	 */
	public static boolean hasParameter(MethodNode method, int parameter, Predicate<String> annotation) {
		return has(method, annotation) || ofParameter(method, parameter).stream().anyMatch(annotation);
	}

}
