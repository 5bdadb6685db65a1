package com.example;

import io.deco.Concurrent;

import org.springframework.stereotype.Service;

@Service
public class Prices {

	private final Meeting meeting;

	Prices(Meeting meeting) {
		this.meeting = meeting;
	}

	@Concurrent
	public int quote(String item) {
		this.meeting.arrive();
		return item.length();
	}

	@Concurrent
	public String name(long user) {
		this.meeting.arrive();
		return "user " + user;
	}

}
