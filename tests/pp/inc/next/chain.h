next __FILE__ __BASE_FILE__
