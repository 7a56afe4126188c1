using System.Text;

namespace ClickUpMcp.Tests.Fuzz;

/// <summary>Mutates inputs and gives them to a target; keeps those that reach something new.</summary>
/// <param name="target">The target.</param>
/// <param name="seed">Where the random numbers start.</param>
/// <param name="reachesNew">Whether the input that was just run reached something that none before it had; null when nobody measures.</param>
internal sealed class FuzzLoop(IFuzzTarget target, int seed, Func<bool>? reachesNew = null)
{
    private const int Longest = 8192;

    private readonly Random _random = new(seed);
    private readonly List<byte[]> _pool = [];

    /// <summary>The inputs that reached something new, in the order in which they did.</summary>
    public List<byte[]> Found { get; } = [];

    /// <summary>The longest that one input took.</summary>
    public TimeSpan Slowest { get; private set; }

    /// <summary>Runs the kept inputs and then mutations of them.</summary>
    /// <exception cref="FuzzFailureException">The target failed on one.</exception>
    public void Run(long executions)
    {
        foreach (byte[] kept in target.Seeds.Concat(Corpus.Read(target.Name)))
        {
            _pool.Add(kept);
            Run(kept);
        }

        for (long done = 0; done < executions; done++)
        {
            byte[] input = Next();
            if (Run(input))
            {
                _pool.Add(input);
            }
        }
    }

    private bool Run(byte[] input)
    {
        long start = TimeProvider.System.GetTimestamp();
        try
        {
            target.Run(input);
        }
        catch (Exception exception)
        {
            throw new FuzzFailureException(target.Name, input, exception);
        }

        TimeSpan took = TimeProvider.System.GetElapsedTime(start);
        Slowest = took > Slowest ? took : Slowest;
        bool isNew = reachesNew?.Invoke() ?? false;
        if (isNew)
        {
            Found.Add(input);
        }

        return isNew;
    }

    private byte[] Next()
    {
        byte[] input = Any();
        switch (_random.Next(8))
        {
            case 0 when target.Words.Count > 0:
                byte[] word = Encoding.UTF8.GetBytes(target.Words[_random.Next(target.Words.Count)]);
                int at = _random.Next(input.Length + 1);
                input = [.. input.AsSpan(0, at), .. word, .. input.AsSpan(at)];
                break;
            case 1:
                byte[] other = Any();
                input =
                [
                    .. input.AsSpan(0, _random.Next(input.Length + 1)),
                    .. other.AsSpan(_random.Next(other.Length + 1)),
                ];
                break;
            default:
                break;
        }

        input = Mutation.Of(input, _random);
        return input.Length > Longest ? input[..Longest] : input;
    }

    private byte[] Any() => _pool[_random.Next(_pool.Count)];
}
