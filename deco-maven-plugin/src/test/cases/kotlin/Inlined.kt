package cases.kotlin

import io.deco.Concurrent
import io.deco.Synchronized
import io.deco.oracle.api.Case
import io.deco.oracle.api.Inputs

@Inputs(2)
open class Inlined : Case() {

	private val service = service(Service())

	@Synchronized
	override fun run(): Any? {
		val names = arrayListOf("a", "bb", "ccc")
		val mapped = names.map { service.number("m$it") } // forks
		val byName = names.associateWith { service.number(it) } // forks; waits all
		val total = names.sumOf { service.number(it) } // forks
		names.forEachIndexed { i, name -> if (i > 1) service.number(name) } // forks
		val result = service.number("dddd").let { it + 1 } // forks
		val checked = twice { service.number("f$it") } // forks
		val filtered = names.filter { service.number(it) > 2 } // forks; waits: number
		val none = service.nullable(input)?.length ?: service.number("none") // forks; waits: nullable
		val also = service.number("e").also { effect("got $it") } // forks; waits: number; waits all
		return listOf(mapped, byName, result, also, total, filtered, none, checked)
	}

	private inline fun twice(call: (Int) -> Int): Int {
		val first = call(1)
		return first * call(2)
	}

	open class Service {

		@Concurrent
		open fun number(name: String): Int {
			if (name.startsWith("m")) {
				together(3)
			}
			if (name.startsWith("f")) {
				together(2)
			}
			return name.length * 2
		}

		@Concurrent
		open fun nullable(i: Int): String? = if (i == 0) null else "some"

	}

}
