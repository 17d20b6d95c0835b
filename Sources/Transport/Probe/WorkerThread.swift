internal import CCurl
internal import Glibc

/// Threads for work that waits for the network, which must not hold up the few threads of Swift's own pool.
public enum WorkerThread {
  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// How many connections this process may have open at once, with room for what libcurl opens beside each, and no more than 512.
  ///
  /// The soft limit of open files is raised to the hard one first.
  public static func mostConnections() -> Int {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 100 }
    if limit.rlim_cur < limit.rlim_max, limit.rlim_cur < 8192 {
      limit.rlim_cur = min(limit.rlim_max, 8192)
      unsafe _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
      unsafe _ = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
    // The socket, its copy for the handshake, and two of libcurl's own; some for everything else.
    let room = (Int(clamping: limit.rlim_cur) - 64) / 5
    return max(1, min(512, room))
  }

  /// Runs all jobs, at most so many at once, and returns when each has ended.
  public static func runAll(_ jobs: [@Sendable () -> Void], atOnce limit: Int) {
    // A connection that the other side has closed is an outcome, not the end of the program.
    signal(SIGPIPE, SIG_IGN)
    let count = min(max(1, limit), jobs.count)
    let board = Board(jobs)
    for _ in 0..<count { start { board.work() } }
    board.wait(for: count)
  }

  /// Jobs that are left, and how many threads have found none.
  private final class Board: Sendable {
    private let jobs: [@Sendable () -> Void]
    private let state = LockedValue((next: 0, done: 0))

    init(_ jobs: [@Sendable () -> Void]) { self.jobs = jobs }

    func work() {
      while let job = take() { job() }
      state.withLock { $0.done += 1 }
    }

    private func take() -> (@Sendable () -> Void)? {
      state.withLock { state in
        guard state.next < jobs.count else { return nil }
        state.next += 1
        return jobs[state.next - 1]
      }
    }

    func wait(for threads: Int) {
      while state.withLock({ $0.done }) < threads { usleep(1000) }
    }
  }

  /// Runs a body on a thread of its own; on the caller's when the system gives no more threads.
  static func start(_ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    unsafe pthread_attr_setstacksize(&attributes, 1 << 20)
    defer { unsafe _ = pthread_attr_destroy(&attributes) }
    let work = unsafe Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, &attributes,
      { context in
        guard let context = unsafe context else { return nil }
        unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
        return nil
      }, work.toOpaque())
    guard code != 0 else { return }
    unsafe work.release()
    body()
  }
}
