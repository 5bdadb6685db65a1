/**
 * The services that the dashboard calls: answers over HTTP, each after its own delay.
 */
@NullMarked
package io.deco.sample.services;

import org.jspecify.annotations.NullMarked;
