package cases.flow;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

@Inputs(3)
public class DependenciesAcrossServices extends Case {

	Users users = service(new Users());

	Orders orders = service(new Orders());

	String owner = "none";

	@Override
	@Synchronized
	public Object run() {
		String user = users.find(1);
		int count = orders.count(user);
		String friend = users.friend(user);
		int more = orders.count(friend);
		owner = friend;
		int best = orders.best(count, more);
		return owner + best;
	}

	class Users {

		@Concurrent
		String find(int id) {
			return "user" + id;
		}

		@Concurrent
		String friend(String of) {
			if (input == 1) {
				throw new Failure("no friends");
			}
			return "friend of " + of;
		}

	}

	class Orders {

		@Concurrent
		int count(String user) {
			if (input == 2 && user.startsWith("friend")) {
				throw new Failure(user);
			}
			return user.length();
		}

		@Concurrent
		int best(int a, int b) {
			return Math.max(a, b);
		}

	}

}
