import ByteScanning
import MailModel
import StateStore

/// Who was told what, in a state that nobody else writes until this is let go.
struct LockedLedger {
  let ledger: StoredNoticeLedger
  // The lock is held as long as this value lives.
  private let lock: FileLock

  /// Takes the lock of a state that is there, and opens it.
  init(state: String, now: Timestamp) throws(NotifyFault) {
    do throws(AuditFault) {
      lock = try StateSession.lock(state, now)
      ledger = try StateSession.open(state, mayCreate: false).notices
    } catch {
      throw .audit(error)
    }
  }
}
