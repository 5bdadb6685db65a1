package com.example;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(properties = { "meeting.patience=60", "deco.pool.core-size=3", "deco.pool.max-size=3" })
class CartsTests {

	@Autowired
	private Carts carts;

	@Autowired
	private Meeting meeting;

	@Test
	void callsOverlapAndTheResultIsThatOfSequentialCode() {
		assertThat(this.carts.price(7)).isEqualTo("user 7 pays 6 and 4");
		assertThat(this.meeting.met()).isEqualTo(3);
	}

}
