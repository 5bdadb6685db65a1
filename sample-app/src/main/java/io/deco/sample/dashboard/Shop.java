package io.deco.sample.dashboard;

import java.util.List;

import io.deco.Concurrent;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The database of the shop. Its pool has as many threads as there are connections.
 */
@Repository
@Concurrent("database")
public class Shop {

	private final JdbcClient jdbc;

	Shop(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public Customer customer(long id) {
		return this.jdbc.sql("select id, name, city, currency from customer where id = ?")
			.param(id)
			.query(Customer.class)
			.single();
	}

	public List<Order> orders(long customerId) {
		return this.jdbc
			.sql("select id, item, quantity, price from customer_order where customer_id = ? order by id desc")
			.param(customerId)
			.query(Order.class)
			.list();
	}

}
