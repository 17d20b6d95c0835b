/// What several test targets need.
public enum TestSupport {}
