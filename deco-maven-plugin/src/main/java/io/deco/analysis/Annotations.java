package io.deco.analysis;

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
final class Annotations {

	static final Predicate<String> CONCURRENT = "Lio/deco/Concurrent;"::equals;

	static final Predicate<String> SYNCHRONIZED = "Lio/deco/Synchronized;"::equals;

	static final Predicate<String> MODIFIES = "Lio/deco/Modifies;"::equals;

	static final Predicate<String> READ_ONLY = "Lio/deco/ReadOnly;"::equals;

	private Annotations() {
	}

	static List<String> of(ClassNode type) {
		return descriptors(type.visibleAnnotations, type.invisibleAnnotations);
	}

	static List<String> of(MethodNode method) {
		return descriptors(method.visibleAnnotations, method.invisibleAnnotations);
	}

	static List<String> of(FieldNode field) {
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

	static boolean has(ClassNode type, Predicate<String> annotation) {
		return of(type).stream().anyMatch(annotation);
	}

	static boolean has(MethodNode method, Predicate<String> annotation) {
		return of(method).stream().anyMatch(annotation);
	}

	/**
	 * Whether a parameter, or the method on behalf of all its parameters, is annotated.
	 */
	static boolean hasParameter(MethodNode method, int parameter, Predicate<String> annotation) {
		return has(method, annotation) || ofParameter(method, parameter).stream().anyMatch(annotation);
	}

}
