package io.deco.soak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.deco.Concurrent;
import io.deco.Synchronized;

/**
 * The methods under load. The build weaves this class; its twin is compiled from this
 * source by {@link Twin}, and uses nothing of the package that is not public.
 */
public class SoakShapes implements Shapes {

	private static final int CALLS = 16;

	private static final int DEPTH = 4;

	private final Steps steps;

	public SoakShapes(Steps steps) {
		this.steps = steps;
	}

	@Override
	public Object serve(Kind kind, long request) {
		return switch (kind) {
			case FAN_OUT -> fanOut(request);
			case CHAIN -> chain(request);
			case FIELDS -> fields(request);
			case COLLECTIONS -> collections(request);
			case STREAM -> stream(request);
			case MODIFYING -> modifying(request);
			case CAUGHT -> caught(request);
			case NESTED -> nested(request);
			case RECURSIVE -> tree(request, 1, DEPTH);
			case LIMITED -> limited(request);
		};
	}

	@Synchronized
	public long fanOut(long request) {
		long sum = 0;
		for (int task = 0; task < CALLS; task += 2) {
			sum += this.steps.step(request, task);
			sum += this.steps.virtual(request, task + 1);
		}
		return sum;
	}

	@Synchronized
	public long chain(long request) {
		long value = request;
		long other = 1;
		for (int task = 0; task < CALLS; task += 2) {
			value = this.steps.next(request, task, value);
			other = this.steps.next(request, task + 1, other);
		}
		return value ^ other;
	}

	@Synchronized
	public String fields(long request) {
		List<Account> accounts = new ArrayList<>();
		for (int task = 0; task < CALLS; task += 4) {
			Account account = new Account();
			account.balance = this.steps.step(request, task);
			account.limit = this.steps.elsewhere(request, task + 1);
			account.setOwner(this.steps.step(request, task + 2));
			account.balance = this.steps.elsewhere(request, task + 3);
			accounts.add(account);
		}
		StringBuilder text = new StringBuilder();
		for (Account account : accounts) {
			text.append(account.describe()).append(';');
		}
		return text.toString();
	}

	@Synchronized
	public String collections(long request) {
		List<Long> list = new ArrayList<>();
		Map<String, Long> map = new LinkedHashMap<>();
		long[] array = new long[CALLS / 4];
		for (int task = 0; task < CALLS; task += 4) {
			list.add(this.steps.step(request, task));
			map.put("a" + task % 8, this.steps.step(request, task + 1));
			map.put("b", this.steps.elsewhere(request, task + 2));
			array[task / 4] = this.steps.step(request, task + 3);
		}
		return list + " " + map + " " + Arrays.toString(array);
	}

	@Synchronized
	public List<Long> stream(long request) {
		return IntStream.range(0, CALLS).mapToObj((task) -> this.steps.step(request, task)).toList();
	}

	@Synchronized
	public String modifying(long request) {
		long[] odd = new long[3];
		long[] even = new long[5];
		long sum = 0;
		for (int task = 0; task < CALLS; task += 4) {
			this.steps.fill(request, task, odd);
			this.steps.fill(request, task + 1, even);
			sum += this.steps.step(request, task + 2);
			this.steps.fill(request, task + 3, odd);
		}
		return Arrays.toString(odd) + Arrays.toString(even) + sum;
	}

	@Synchronized
	public String caught(long request) {
		StringBuilder text = new StringBuilder();
		for (int task = 0; task < CALLS; task += 4) {
			long first = 0;
			try {
				first = this.steps.step(request, task);
				text.append(this.steps.elsewhere(request, task + 1) + this.steps.step(request, task + 2));
			}
			catch (TaskFailure ex) {
				text.append(first).append(" failed at ").append(ex.task());
			}
			text.append(this.steps.step(request, task + 3));
		}
		return text.toString();
	}

	@Synchronized
	public long nested(long request) {
		long sum = 0;
		for (int task = 0; task < CALLS; task += 4) {
			sum = 17 * sum + group(request, task);
		}
		return sum;
	}

	/**
	 * Makes calls of the default pool, in a pool of its own.
	 * @param request the number of the request
	 * @param first the number of the first task
	 * @return a number
	 */
	@Concurrent("other")
	@Synchronized
	public long group(long request, int first) {
		long one = this.steps.step(request, first);
		long two = this.steps.elsewhere(request, first + 1);
		long three = this.steps.step(request, first + 2);
		return one - two + this.steps.next(request, first + 3, three);
	}

	@Concurrent
	@Synchronized
	public long tree(long request, int task, int depth) {
		long here = this.steps.step(request, task);
		if (depth == 0) {
			return here;
		}
		long left = tree(request, 2 * task, depth - 1);
		long right = tree(request, 2 * task + 1, depth - 1);
		return here + 3 * left + 5 * right;
	}

	@Synchronized
	public long limited(long request) {
		long sum = 0;
		for (int task = 0; task < CALLS; task++) {
			if (Plan.hangs(request, task)) {
				sum += this.steps.limited(request, task);
			}
			else {
				sum += this.steps.step(request, task);
			}
		}
		return sum;
	}

	static final class Account {

		private long balance;

		private long limit;

		private long owner;

		void setOwner(long owner) {
			this.owner = owner;
		}

		String describe() {
			return this.owner + ":" + this.balance + "/" + this.limit;
		}

	}

}
