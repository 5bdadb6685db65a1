package com.example.gone;

/**
 * A class that is missing when the module is woven.
 */
public class Gone {

	public int size() {
		return 1;
	}

}
