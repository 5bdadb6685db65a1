package io.deco.oracle;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import io.deco.oracle.api.Case;
import org.jspecify.annotations.Nullable;

/**
 * Renders an object and all that can be reached from it as text. Two objects have the
 * same text if no code but one that asks for identity hash codes could tell them apart.
 * <p>
 * Objects are numbered when they are first met and referred to by number afterwards, so
 * cycles end and aliases show. Values (strings, boxed values, enums and whatever else the
 * JDK declares and is not a container) have no identity. The order of hash tables is not
 * compared.
 */
public final class Snapshot {

	private final IdentityHashMap<Object, Integer> seen = new IdentityHashMap<>();

	private StringBuilder text = new StringBuilder();

	/**
	 * Renders an object; refers by number to what earlier calls rendered.
	 * @param object the object
	 * @return the text
	 */
	public String render(@Nullable Object object) {
		this.text = new StringBuilder();
		append(object);
		return this.text.toString();
	}

	/**
	 * Renders the static fields of a class.
	 * @param type the class
	 * @return the text
	 */
	public String renderStatics(Class<?> type) {
		this.text = new StringBuilder();
		for (Field field : type.getDeclaredFields()) {
			if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
				this.text.append(type.getName()).append('.');
				appendField(field, null);
			}
		}
		return this.text.toString();
	}

	private void append(@Nullable Object object) {
		if (object == null || isValue(object)) {
			this.text.append(renderValue(object));
			return;
		}
		Integer number = this.seen.putIfAbsent(object, this.seen.size());
		if (number != null) {
			this.text.append('#').append(number);
			return;
		}
		this.text.append('#').append(this.seen.size() - 1).append(' ');
		if (object.getClass().isArray()) {
			appendArray(object);
		}
		else if (object instanceof Throwable throwable) {
			appendThrowable(throwable);
		}
		else {
			appendObject(object);
		}
	}

	private void appendArray(Object array) {
		this.text.append(array.getClass().getComponentType().getName()).append('[');
		for (int i = 0; i < Array.getLength(array); i++) {
			append(Array.get(array, i));
			this.text.append(", ");
		}
		this.text.append(']');
	}

	private void appendThrowable(Throwable throwable) {
		this.text.append(Thrown.render(throwable)).append('{');
		appendFields(throwable, throwable.getClass());
		append(throwable.getCause());
		this.text.append('}');
	}

	private void appendObject(Object object) {
		this.text.append(isLambda(object.getClass()) ? "lambda" : object.getClass().getName()).append('{');
		if (object instanceof Map<?, ?> map) {
			appendAll(map.entrySet(), map.getClass() == HashMap.class || map.getClass() == IdentityHashMap.class);
		}
		else if (object instanceof Map.Entry<?, ?> entry) {
			append(entry.getKey());
			this.text.append('=');
			append(entry.getValue());
		}
		else if (object instanceof Collection<?> collection) {
			appendAll(collection, collection.getClass() == HashSet.class);
		}
		else if (object instanceof Optional<?> optional) {
			append(optional.orElse(null));
		}
		else if (object instanceof AtomicReference<?> reference) {
			append(reference.get());
		}
		appendFields(object, object.getClass());
		this.text.append('}');
	}

	private void appendAll(Collection<?> elements, boolean anyOrder) {
		List<@Nullable Object> ordered;
		try {
			ordered = new ArrayList<>(elements);
		}
		catch (ConcurrentModificationException ex) {
			this.text.append("a view of what has changed");
			return;
		}
		if (anyOrder) {
			ordered.sort(Comparator.comparing((element) -> new Snapshot().render(element)));
		}
		for (Object element : ordered) {
			if (element instanceof Map.Entry<?, ?> entry) {
				append(entry.getKey());
				this.text.append('=');
				append(entry.getValue());
			}
			else {
				append(element);
			}
			this.text.append(", ");
		}
	}

	private void appendFields(Object object, Class<?> type) {
		if (type == Case.class || isPlatform(type)) {
			return;
		}
		Class<?> superclass = type.getSuperclass();
		if (superclass != null) {
			appendFields(object, superclass);
		}
		for (Field field : type.getDeclaredFields()) {
			if (!Modifier.isStatic(field.getModifiers())) {
				appendField(field, object);
			}
		}
	}

	private void appendField(Field field, @Nullable Object object) {
		field.setAccessible(true);
		this.text.append(field.getName()).append('=');
		try {
			append(field.get(object));
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
		this.text.append(", ");
	}

	private static boolean isLambda(Class<?> type) {
		return type.isHidden();
	}

	private static boolean isPlatform(Class<?> type) {
		ClassLoader loader = type.getClassLoader();
		return loader == null || loader == ClassLoader.getPlatformClassLoader() || type.isHidden();
	}

	/**
	 * Whether an object is of a JDK class that has no identity to speak of, or none whose
	 * state could be seen.
	 */
	private static boolean isValue(Object object) {
		if (object instanceof Enum<?> || object instanceof Class<?>) {
			return true;
		}
		Class<?> type = object.getClass();
		return isPlatform(type) && !type.isArray() && !type.isHidden() && !(object instanceof Map<?, ?>)
				&& !(object instanceof Collection<?>) && !(object instanceof Map.Entry<?, ?>)
				&& !(object instanceof Optional<?>) && !(object instanceof AtomicReference<?>)
				&& !(object instanceof Throwable);
	}

	private static String renderValue(@Nullable Object value) {
		if (value == null) {
			return "null";
		}
		if (value instanceof Class<?> type) {
			return type.getName();
		}
		if (value instanceof Enum<?> constant) {
			return constant.getDeclaringClass().getName() + "." + constant.name();
		}
		String name = value.getClass().getSimpleName();
		boolean printable = value instanceof CharSequence || value instanceof Comparable<?> || value instanceof Number;
		return printable ? name + " " + value : name;
	}

}
