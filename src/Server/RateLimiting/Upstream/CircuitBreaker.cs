namespace ClickUpMcp.RateLimiting;

/// <summary>Spares what is down: after failures in a row nothing is sent but one probe at a time.</summary>
/// <remarks>A plain lock: it is taken twice for each request over the network, never in a loop.</remarks>
internal sealed class CircuitBreaker(CircuitBreakerOptions options, LimitCounters counters, TimeProvider time)
{
    private static readonly TimeSpan WhileProbing = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private int _failures;
    private TimeSpan _openFor;
    private long _openedAt;
    private long _failedAt;
    private bool _isOpen;
    private bool _isProbing;

    /// <summary>Whether requests are being turned away.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_gate)
            {
                return _isOpen;
            }
        }
    }

    /// <summary>Whether a new one would do the same: no failure, or none for as long as a circuit ever stays open.</summary>
    public bool IsAsNew
    {
        get
        {
            lock (_gate)
            {
                return _failures == 0 || time.GetElapsedTime(_failedAt) >= options.LongestOpenFor;
            }
        }
    }

    /// <summary>Asks to send one request; if granted, one of the other three methods must follow.</summary>
    /// <param name="isProbe">Whether it is the one that finds out whether the host is up again.</param>
    /// <param name="retryAfter">When refused: the time after which asking again makes sense.</param>
    public bool TryEnter(out bool isProbe, out TimeSpan retryAfter)
    {
        lock (_gate)
        {
            isProbe = false;
            retryAfter = TimeSpan.Zero;
            if (!_isOpen)
            {
                return true;
            }

            TimeSpan left = _openFor - time.GetElapsedTime(_openedAt);
            if (left <= TimeSpan.Zero && !_isProbing)
            {
                isProbe = _isProbing = true;
                return true;
            }

            retryAfter = left > WhileProbing ? left : WhileProbing;
            return false;
        }
    }

    /// <summary>The host responded.</summary>
    public void Succeeded()
    {
        lock (_gate)
        {
            _failures = 0;
            _isOpen = _isProbing = false;
        }
    }

    /// <summary>The host could not be reached, or a gateway says that it is down.</summary>
    public void Failed()
    {
        lock (_gate)
        {
            _failures++;
            _failedAt = time.GetTimestamp();
            if (_isProbing)
            {
                // Responses to requests sent before the circuit opened count as the probe's: they say the same thing.
                Open(_openFor * 2);
            }
            else if (!_isOpen && _failures >= options.Failures)
            {
                counters.CountOutage();
                Open(options.OpenFor);
            }
        }
    }

    /// <summary>The request was given up before anything was learned.</summary>
    /// <param name="isProbe">What it was granted as: others that end while one probes let nobody else probe.</param>
    public void Abandoned(bool isProbe)
    {
        if (!isProbe)
        {
            return;
        }

        lock (_gate)
        {
            _isProbing = false;
        }
    }

    private void Open(TimeSpan openFor)
    {
        _isOpen = true;
        _isProbing = false;
        _openedAt = time.GetTimestamp();
        _openFor = openFor < options.LongestOpenFor ? openFor : options.LongestOpenFor;
    }
}
