package cases.kotlin

import io.deco.Concurrent
import io.deco.Synchronized
import io.deco.oracle.api.Case

open class Properties : Case() {

	private val service = service(Service())

	private val cart = Cart()

	private val names = Names()

	private var own: String? = null

	val length by lazy { cart.other!!.length }

	@Synchronized
	override fun run(): Any? {
		cart.number = service.number(1) // forks
		cart.other = service.text("b") // forks
		own = service.text("c") // forks
		names.first = service.text("d") // forks; waits: text; waits all
		return listOf(read(cart), length, Reader().read(cart), own, cart.copy(total = 3), names.first, cart == Cart())
	}

	private fun read(cart: Cart) = cart.number.toString() + cart.other

	class Reader {

		fun read(cart: Cart) = { cart.other }.invoke()

	}

	class Names {

		var first: String = ""

	}

	data class Cart(var number: Int = 0, var other: String? = null, val total: Int = 0)

	open class Service {

		@Concurrent
		open fun number(i: Int): Int {
			together(3)
			return i
		}

		@Concurrent
		open fun text(text: String): String {
			if (text != "d") {
				together(3)
			}
			return "$text!"
		}

	}

}
