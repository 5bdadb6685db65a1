package io.deco.runtime;

/**
 * A pool that takes invitations, one at a time, for all calls.
 */
class InvitingPool extends ActorPool {

	private final Grain grain = new Grain() {

		@Override
		public Place place(long spentHere, int waiting) {
			return Place.QUEUE;
		}

		@Override
		public int workers(int waiting) {
			return 1;
		}

		@Override
		public int expected() {
			return 0;
		}

		@Override
		public boolean measuresCall() {
			return false;
		}

		@Override
		public void called(long nanos) {
		}

		@Override
		public boolean measuresProcessor() {
			return false;
		}

		@Override
		public void ran(long nanos, long processorNanos) {
		}

	};

	@Override
	public Grain grain() {
		return this.grain;
	}

	@Override
	public boolean takesInvitations() {
		return true;
	}

}
