package cases.kotlin

import io.deco.Concurrent
import io.deco.Synchronized
import io.deco.oracle.api.Case
import io.deco.oracle.api.Failure
import io.deco.oracle.api.Inputs

@Inputs(3)
open class Regions : Case() {

	private val service = service(Service())

	@Synchronized
	override fun run(): Any? {
		val before = service.number(5) // forks
		val tried = try {
			service.number(input - 1) // forks
		}
		catch (ex: Failure) {
			effect("caught")
			-7
		}
		finally {
			effect("finally") // waits all
		}
		val used = Resource().use { service.number(2) + service.number(3) } // forks
		val locked = synchronized(this) { service.number(9) } // sequential
		val unchecked = runCatching { service.number(input - 2) } // forks; waits: number
		return "$before $tried $used $locked ${unchecked.isFailure} ${service.number(input - 2)}" // forks; waits: number
	}

	class Resource : AutoCloseable {

		override fun close() = effect("closed")

	}

	open class Service {

		@Concurrent
		open fun number(i: Int): Int {
			if (i == 2 || i == 3) {
				together(2)
			}
			if (i < 0) {
				throw Failure("negative")
			}
			return i + 1
		}

	}

}
