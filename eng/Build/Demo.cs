namespace ClickUpMcp.Build;

internal static class Demo
{
    public static Task<int> RunAsync(string b)
    {
        Console.WriteLine(b);
        return Task.FromResult(0);
    }
}
