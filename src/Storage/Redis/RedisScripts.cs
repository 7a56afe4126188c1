namespace ClickUpMcp.Storage.Redis;

/// <summary>What must happen at once in Redis, as scripts that the server runs one after the other.</summary>
/// <remarks>
/// Under the prefix KEYS[1]: <c>r:kind:key</c> is a record and <c>c:kind:key</c> a counter, both hashes; <c>a:kind:alias</c>
/// holds the key of a record; <c>k:kind</c>, <c>o:kind:owner</c> and <c>g:kind:group</c> are sorted sets of keys in their
/// order; <c>p:owner</c> is the set of all that belongs to a person; <c>e</c> sorts everything by its end. A kind has
/// no colon, so no two names meet. Nothing has a time to live of Redis's own: what is expired is judged by ARGV[1], the
/// clock of the node, and swept.
/// </remarks>
internal static class RedisScripts
{
    private const string Common = """
        local prefix, now = KEYS[1], tonumber(ARGV[1])

        -- Without room, Redis refuses a script at its first write only; so the first is one that takes room.
        local function need_room() redis.call('SET', prefix .. 'room', '') end

        local function lives(name)
            local ends = redis.call('HGET', prefix .. name, 'expires')
            return ends and tonumber(ends) > now
        end

        local function forget(name)
            local had = redis.call('HMGET', prefix .. name, 'alias', 'owner', 'group')
            local kind, key = string.match(name, '^%a:([^:]*):(.*)$')
            if had[2] then redis.call('SREM', prefix .. 'p:' .. had[2], name) end
            -- A counter is in no list; a record of the same key and owner stays in its own.
            if string.sub(name, 1, 1) == 'r' then
                if had[1] then redis.call('DEL', prefix .. 'a:' .. kind .. ':' .. had[1]) end
                if had[2] then redis.call('ZREM', prefix .. 'o:' .. kind .. ':' .. had[2], key) end
                if had[3] then redis.call('ZREM', prefix .. 'g:' .. kind .. ':' .. had[3], key) end
                redis.call('ZREM', prefix .. 'k:' .. kind, key)
            end
            redis.call('ZREM', prefix .. 'e', name)
            redis.call('DEL', prefix .. name)
        end


        """;

    // ARGV: now, kind, key, value, expires, alias, owner, group, version to replace; empty where there is none.
    private const string Writing = """
        local kind, key, value, ends, alias, owner, group = unpack(ARGV, 2, 8)
        local name = 'r:' .. kind .. ':' .. key

        local function free_alias()
            local holder = alias ~= '' and redis.call('GET', prefix .. 'a:' .. kind .. ':' .. alias)
            if not holder or holder == key then return true end
            local other = 'r:' .. kind .. ':' .. holder
            if lives(other) then return false end
            forget(other)
            return true
        end

        local function write(version)
            forget(name)
            redis.call('HSET', prefix .. name, 'value', value, 'expires', ends, 'version', version)
            redis.call('ZADD', prefix .. 'k:' .. kind, 0, key)
            redis.call('ZADD', prefix .. 'e', ends, name)
            if alias ~= '' then
                redis.call('HSET', prefix .. name, 'alias', alias)
                redis.call('SET', prefix .. 'a:' .. kind .. ':' .. alias, key)
            end
            if owner ~= '' then
                redis.call('HSET', prefix .. name, 'owner', owner)
                redis.call('ZADD', prefix .. 'o:' .. kind .. ':' .. owner, 0, key)
                redis.call('SADD', prefix .. 'p:' .. owner, name)
            end
            if group ~= '' then
                redis.call('HSET', prefix .. name, 'group', group)
                redis.call('ZADD', prefix .. 'g:' .. kind .. ':' .. group, 0, key)
            end
        end


        """;

    public const string Insert =
        Common
        + Writing
        + """
            need_room()
            if lives(name) or not free_alias() then return 0 end
            write('1')
            return 1
            """;

    public const string Replace =
        Common
        + Writing
        + """
            need_room()
            if not lives(name) or redis.call('HGET', prefix .. name, 'version') ~= ARGV[9] or not free_alias() then return 0 end
            write(string.format('%.0f', tonumber(ARGV[9]) + 1))
            return 1
            """;

    /// <summary>ARGV: now, kind, key, version or nothing.</summary>
    public const string Remove =
        Common
        + """
            local name = 'r:' .. ARGV[2] .. ':' .. ARGV[3]
            if not lives(name) then return 0 end
            if ARGV[4] ~= '' and redis.call('HGET', prefix .. name, 'version') ~= ARGV[4] then return 0 end
            forget(name)
            return 1
            """;

    private const string Reading = """
        local function read(kind, key)
            local name = prefix .. 'r:' .. kind .. ':' .. key
            local had = redis.call('HMGET', name, 'value', 'expires', 'alias', 'owner', 'group', 'version')
            if not had[2] or tonumber(had[2]) <= now then return nil end
            return { key, had[1], had[2], had[3], had[4], had[5], had[6] }
        end


        """;

    /// <summary>ARGV: now, kind, key.</summary>
    public const string Find =
        Common + Reading + "local found = read(ARGV[2], ARGV[3]) return found and { found } or {}";

    /// <summary>ARGV: now, kind, alias.</summary>
    public const string FindByAlias =
        Common
        + Reading
        + """
            local key = redis.call('GET', prefix .. 'a:' .. ARGV[2] .. ':' .. ARGV[3])
            local found = key and read(ARGV[2], key)
            return found and { found } or {}
            """;

    /// <summary>ARGV: now, kind, owner, group, key after which to begin, most records.</summary>
    public const string List =
        Common
        + Reading
        + """
            local kind, owner, group, most = ARGV[2], ARGV[3], ARGV[4], tonumber(ARGV[6])
            local index = owner ~= '' and 'o:' .. kind .. ':' .. owner or group ~= '' and 'g:' .. kind .. ':' .. group or 'k:' .. kind
            local from = ARGV[5] == '' and '-' or '(' .. ARGV[5]
            local found = {}
            while #found < most do
                local keys = redis.call('ZRANGEBYLEX', prefix .. index, from, '+', 'LIMIT', 0, 200)
                for _, key in ipairs(keys) do
                    local record = read(kind, key)
                    if record and #found < most and (group == '' or record[6] == group) then found[#found + 1] = record end
                end
                if #keys < 200 then break end
                from = '(' .. keys[#keys]
            end
            return found
            """;

    /// <summary>ARGV: now, kind, key, amount, limit or nothing, expires, owner. Answers whether it was counted, and the total.</summary>
    public const string Count =
        Common
        + """
            local name, amount, limit = 'c:' .. ARGV[2] .. ':' .. ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5])
            local alive = lives(name)
            local total = alive and tonumber(redis.call('HGET', prefix .. name, 'total')) or 0
            if amount > 0 then
                if limit and total + amount > limit then return { 0, total } end
                if not alive then
                    need_room()
                    forget(name)
                    redis.call('HSET', prefix .. name, 'total', '0', 'expires', ARGV[6])
                    redis.call('ZADD', prefix .. 'e', ARGV[6], name)
                    if ARGV[7] ~= '' then
                        redis.call('HSET', prefix .. name, 'owner', ARGV[7])
                        redis.call('SADD', prefix .. 'p:' .. ARGV[7], name)
                    end
                end
                total = redis.call('HINCRBY', prefix .. name, 'total', ARGV[4])
            elseif amount < 0 and alive then
                total = math.max(0, total + amount)
                redis.call('HSET', prefix .. name, 'total', string.format('%.0f', total))
            end
            return { 1, total }
            """;

    /// <summary>ARGV: now, owner. Answers how many had not expired.</summary>
    public const string Erase =
        Common
        + """
            local count = 0
            for _, name in ipairs(redis.call('SMEMBERS', prefix .. 'p:' .. ARGV[2])) do
                if lives(name) then count = count + 1 end
                forget(name)
            end
            return count
            """;

    /// <summary>ARGV: now, most at once.</summary>
    public const string Sweep =
        Common
        + """
            local names = redis.call('ZRANGEBYSCORE', prefix .. 'e', '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
            for _, name in ipairs(names) do forget(name) end
            return #names
            """;
}
