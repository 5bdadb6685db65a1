package cases.effects;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Collections that newer versions of Java have reverse a map whose order changes, or compute their elements. */
@Inputs(3)
public class ReversedAndLazyViews extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() throws Exception {
		LinkedHashMap<String, Integer> byAccess = new LinkedHashMap<>(8, 1f, true);
		byAccess.put("a", 1);
		byAccess.put("b", 2);
		String text = read(reversed(byAccess), lazy()) + byAccess;
		List<Integer> list = lazy();
		int sum = 0;
		for (int i : list) {
			sum += service.call(i);
		}
		return text + sum;
	}

	@Synchronized
	String read(Map<String, Integer> map, List<Integer> list) {
		int a = service.call(1);
		int b = map.get("a");
		int c = service.call(2);
		int d = list.get(0);
		return a + " " + b + " " + c + " " + d;
	}

	@SuppressWarnings("unchecked")
	Map<String, Integer> reversed(LinkedHashMap<String, Integer> map) throws Exception {
		try {
			return (Map<String, Integer>) LinkedHashMap.class.getMethod("reversed").invoke(map);
		}
		catch (NoSuchMethodException ex) {
			return map;
		}
	}

	@SuppressWarnings("unchecked")
	List<Integer> lazy() throws Exception {
		IntFunction<Integer> function = (i) -> {
			effect("compute " + i);
			return i;
		};
		for (String method : List.of("java.lang.StableValue.list", "java.util.List.ofLazy")) {
			int dot = method.lastIndexOf('.');
			try {
				return (List<Integer>) Class.forName(method.substring(0, dot))
					.getMethod(method.substring(dot + 1), int.class, IntFunction.class)
					.invoke(null, 3, function);
			}
			catch (ClassNotFoundException | NoSuchMethodException ex) {
				continue;
			}
		}
		return List.of(0, 1, 2);
	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == i) {
				throw new Failure("call " + i);
			}
			return i;
		}

	}

}
