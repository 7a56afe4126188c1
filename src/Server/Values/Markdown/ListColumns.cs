namespace ClickUpMcp.Values;

/// <summary>Tells how deep items are nested by the columns in which they begin, as people see it.</summary>
internal sealed class ListColumns
{
    private readonly List<int> _columns = [];

    /// <summary>The outermost column; -1 outside of lists.</summary>
    public int First => _columns.Count > 0 ? _columns[0] : -1;

    /// <summary>Ends all lists.</summary>
    public void Clear() => _columns.Clear();

    /// <summary>The depth of an item that begins in this column.</summary>
    public int Enter(int column)
    {
        while (_columns.Count > 0 && column < _columns[^1])
        {
            _columns.RemoveAt(_columns.Count - 1);
        }

        // Two columns further in is nested, one is a slip of the hand.
        if (_columns.Count == 0 || column >= _columns[^1] + 2)
        {
            _columns.Add(column);
        }

        return _columns.Count - 1;
    }
}
