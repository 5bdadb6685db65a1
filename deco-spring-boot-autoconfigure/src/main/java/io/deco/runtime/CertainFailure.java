package io.deco.runtime;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Tells stores that fail whatever is pending. They are not deferred, but fail at once, as
 * sequential code does: a loop may end that way, and later calls may modify something.
 */
final class CertainFailure {

	private CertainFailure() {
	}

	/**
	 * Whether a store to an array or collection that does not look into what it is given
	 * must fail.
	 * @param last the last store that is queued on the target
	 */
	static boolean isOf(StoreSite site, Object target, @Nullable Object[] operands, @Nullable PendingWrite last) {
		if (target.getClass().isArray()) {
			return !fits(target, operands);
		}
		if (target instanceof ArrayDeque || target instanceof EnumMap) {
			return operands[0] == null;
		}
		if (target instanceof List<?> list && operands.length == 2 && operands[0] instanceof Integer index) {
			int insertions = (last instanceof ElementStore store) ? store.insertions() : 0;
			return index < 0 || index > list.size() + insertions - (site.isInsertion() ? 0 : 1);
		}
		return false;
	}

	/**
	 * Whether a sorted collection without a comparator refuses a key.
	 */
	static boolean isOfKey(@Nullable Object key) {
		return Pending.isKnown(key) && !(Pending.valueOf(key) instanceof Comparable);
	}

	private static boolean fits(Object array, @Nullable Object[] operands) {
		int index = (operands[0] instanceof Integer number) ? number : -1;
		if (index < 0 || index >= Array.getLength(array)) {
			return false;
		}
		Class<?> component = array.getClass().getComponentType();
		Object value = operands[1];
		return component.isPrimitive() || value == null || !Pending.isKnown(value)
				|| component.isInstance(Pending.valueOf(value));
	}

}
