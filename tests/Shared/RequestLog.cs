using System.Collections;

namespace ClickUpMcp.Tests;

/// <summary>What parallel work left, as requests that were sent, in the order of its arrival; reading sees a copy of one moment.</summary>
internal sealed class RequestLog<T> : IReadOnlyList<T>
{
    private readonly Lock _lock = new();
    private readonly List<T> _sent = [];

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _sent.Count;
            }
        }
    }

    public T this[int index]
    {
        get
        {
            lock (_lock)
            {
                return _sent[index];
            }
        }
    }

    public void Add(T item)
    {
        lock (_lock)
        {
            _sent.Add(item);
        }
    }

    /// <summary>Forgets what was sent so far.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _sent.Clear();
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        T[] copy;
        lock (_lock)
        {
            copy = [.. _sent];
        }

        return ((IEnumerable<T>)copy).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
